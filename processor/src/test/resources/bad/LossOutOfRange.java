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

record Verdict( // error at 1: [RONDO-333] @Loss on "mood" of "predict" has weight = 0.0, but it must be above 0 and finite. Change it.
//& error at 1: [RONDO-333] @Loss on "sure" of "predict" has weight = Infinity, but it must be above 0 and finite. Change it.
//& error at 1: [RONDO-333] @Loss on "high" of "predict" has quantile = 1.0, but it must be above 0 and below 1. Change it.
    @Loss(weight = 0) Mood mood,
    @Loss(weight = 1.0 / 0) boolean sure,
    @Loss(kind = LossKind.QUANTILE, quantile = 1) float high) {}

enum Mood { GOOD, BAD }
