package demo;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface OutputTypeOfPrediction {
  Prediction<Integer> predict(String text); // error at 23: [RONDO-302] "predict" returns Prediction<Integer>, which is no supported output. Write @Category on it, if these are classes seen in training.
}
