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
interface OutputTypeOfPredictedNumber {
  Prediction<Float> predict(String text); // error at 21: [RONDO-302] "predict" returns Prediction<Float>, which is no supported output. A prediction is of classes: an enum, Boolean or @Category String. Write one of these.
}
