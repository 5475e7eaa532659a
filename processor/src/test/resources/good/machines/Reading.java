package machines;

import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.layer.Embedding;
import java.time.DayOfWeek;
import java.time.Instant;

/** What is measured at a time; humidity is null where there is no sensor. */
public record Reading(
    @Scale(Scaling.LOG) double load,
    Engine engine,
    DayOfWeek day,
    @Category @Embedding(size = 4) String site,
    Double humidity,
    @Elapsed Instant at) {}
