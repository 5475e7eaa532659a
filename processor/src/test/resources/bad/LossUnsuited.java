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

record Verdict(
    @Loss(kind = LossKind.MAE) Mood mood, // error at 37: [RONDO-334] @Loss on "mood" of "Verdict" has kind = MAE, which is for numbers, but Mood is learned by the probability of what is right. Write FOCAL, or remove kind.
    @Loss(kind = LossKind.FOCAL) float value, // error at 40: [RONDO-334] @Loss on "value" of "Verdict" has kind = FOCAL, which is for classes, but float is learned by how far answers are off. Write MSE, MAE, HUBER or QUANTILE, or remove kind.
    @Loss(balanced = true) double other, // error at 35: [RONDO-334] @Loss on "other" of "Verdict" has balanced = true, but double has no classes, of which some could be rare. Remove balanced.
    @Loss(kind = LossKind.HUBER, quantile = 0.9) float high, // error at 56: [RONDO-334] @Loss on "high" of "Verdict" has quantile, which only kind = QUANTILE uses, but kind is HUBER. Remove quantile, or write kind = QUANTILE.
    @Loss(kind = LossKind.QUANTILE) @Category int seen, // error at 51: [RONDO-334] @Loss on "seen" of "Verdict" has kind = QUANTILE, which is for numbers, but int is learned by the probability of what is right. Write FOCAL, or remove kind.
    @Loss(balanced = true) Set<Mood> labels) {}

enum Mood { GOOD, BAD }
