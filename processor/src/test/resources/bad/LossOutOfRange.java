package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.GRU;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;

@SequenceModel
@GRU(units = 4)
interface LossOutOfRange {
  Verdict predict(@Series float[] values);
}

record Verdict(
    @Loss(weight = 0) Mood mood, // error at 28: [RONDO-333] @Loss on "mood" of "Verdict" has weight = 0.0, but it must be above 0 and finite. Change it.
    @Loss(weight = 1.0 / 0) boolean sure, // error at 37: [RONDO-333] @Loss on "sure" of "Verdict" has weight = Infinity, but it must be above 0 and finite. Change it.
    @Loss(kind = LossKind.QUANTILE, quantile = 1) float high) {} // error at 57: [RONDO-333] @Loss on "high" of "Verdict" has quantile = 1.0, but it must be above 0 and below 1. Change it.

enum Mood { GOOD, BAD }
