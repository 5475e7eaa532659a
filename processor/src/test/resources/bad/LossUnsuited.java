package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Series;
import dev.rondo.layer.GRU;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;
import java.util.Set;

@SequenceModel
@GRU(units = 4)
interface LossUnsuited {
  Verdict predict(@Series float[] values);
}

record Verdict( // error at 1: [RONDO-334] @Loss on "mood" of "predict" has kind = MAE, which is for numbers, but Mood is learned by the probability of what is right. Write FOCAL, or remove kind.
//& error at 1: [RONDO-334] @Loss on "value" of "predict" has kind = FOCAL, which is for classes, but float is learned by how far answers are off. Write MSE, MAE, HUBER or QUANTILE, or remove kind.
//& error at 1: [RONDO-334] @Loss on "other" of "predict" has balanced = true, but double has no classes, of which some could be rare. Remove balanced.
//& error at 1: [RONDO-334] @Loss on "high" of "predict" has quantile, which only kind = QUANTILE uses, but kind is HUBER. Remove quantile, or write kind = QUANTILE.
//& error at 1: [RONDO-334] @Loss on "seen" of "predict" has kind = QUANTILE, which is for numbers, but int is learned by the probability of what is right. Write FOCAL, or remove kind.
    @Loss(kind = LossKind.MAE) Mood mood,
    @Loss(kind = LossKind.FOCAL) float value,
    @Loss(balanced = true) double other,
    @Loss(kind = LossKind.HUBER, quantile = 0.9) float high,
    @Loss(kind = LossKind.QUANTILE) @Category int seen,
    @Loss(balanced = true) Set<Mood> labels) {}

enum Mood { GOOD, BAD }
