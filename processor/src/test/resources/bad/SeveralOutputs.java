package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface SeveralOutputs {
  Verdict predict(String text); // error at 11: [RONDO-304] "predict" returns the record Verdict, but several outputs are not supported yet. Return one of: an enum, boolean, Prediction of an enum, Prediction<Boolean>.
}

record Verdict(boolean urgent, boolean angry) {}
