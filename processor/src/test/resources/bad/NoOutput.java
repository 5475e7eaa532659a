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
  void predict(String text); // error at 8: [RONDO-303] "predict" returns nothing, but a model needs an output. Return one of: an enum, boolean, Prediction of an enum, Prediction<Boolean>.
}
