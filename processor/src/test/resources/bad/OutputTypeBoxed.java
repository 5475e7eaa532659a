package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface OutputTypeBoxed {
  Double predict(String text); // error at 10: [RONDO-302] "predict" returns Double, which is no supported output. Did you mean double? An answer is never missing.
}
