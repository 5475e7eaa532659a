package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface OutputTypeWhole {
  int predict(String text); // error at 7: [RONDO-302] "predict" returns int, which is no supported output. Write float or double for an amount, or @Category int for a class seen in training.
}
