package anomaly;

import java.time.DayOfWeek;
import java.time.Instant;

public record Metrics(Instant at, float load, Integer queue, DayOfWeek plan) {}
