package machines;

import dev.rondo.layer.Dense;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;

/** The condition of a machine, and the hours until it fails. */
public record Verdict(
    @Loss(balanced = true) Condition condition,
    @Dense(hidden = 16) @Loss(kind = LossKind.HUBER, weight = 0.5) float remaining) {}
