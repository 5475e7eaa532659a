package weather;

import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import java.time.LocalDateTime;

/** What is known of an hour. */
public record Reading(
    LocalDateTime at, @Scale(Scaling.WINDOW) float temperature, int cars, float wind) {}
