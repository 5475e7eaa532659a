package forecast;

import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import java.time.LocalDateTime;

public record Reading(LocalDateTime at, @Scale(Scaling.WINDOW) float load, float temperature) {}
