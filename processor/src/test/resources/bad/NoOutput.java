package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface NoOutput {
  void predict(String text); // error at 8: [RONDO-303] "predict" returns nothing, but a model needs an output. Return one of: an enum, boolean, float, double, a Set of an enum, @Category String, a Prediction of one of these that has classes, @Vector(3) float[], a List with one for each step, or a record of several.
}
