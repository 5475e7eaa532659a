package dev.rondo.samples.sensors;

import dev.rondo.layer.Dense;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;

/**
 * What the readings of a machine tell.
 *
 * @param condition how far it is worn
 * @param remaining the hours until it breaks
 */
public record Verdict(
    @Loss(balanced = true) Condition condition,
    @Dense(hidden = 32) @Loss(kind = LossKind.HUBER) float remaining) {}
