package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface OutputTypeUnsupported {
  Boolean predict(String text); // error at 11: [RONDO-302] "predict" returns Boolean, which is no supported output. Did you mean boolean? An answer is never missing.
}
