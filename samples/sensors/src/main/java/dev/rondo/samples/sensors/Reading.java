package dev.rondo.samples.sensors;

import dev.rondo.data.Elapsed;
import dev.rondo.data.Fill;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import java.time.Instant;

/**
 * What the sensors of a machine read at one time.
 *
 * @param at when; the network reads how long ago the reading before was
 * @param mode what the machine is doing
 * @param load in [0, 1.2], 1 is what it was built for
 * @param rpm turns a minute
 * @param temperature of its bearing in °C
 * @param vibration in mm/s
 * @param oilPressure in bar; NaN where the sensor gave none, and then the last one counts
 * @param alarm whether the machine's own warning light is on
 */
public record Reading(
    @Elapsed Instant at,
    Mode mode,
    float load,
    int rpm,
    float temperature,
    @Scale(Scaling.LOG) float vibration,
    @Missing(fill = Fill.LAST) float oilPressure,
    boolean alarm) {}
