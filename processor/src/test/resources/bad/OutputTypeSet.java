package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.Set;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface OutputTypeSet {
  Set<String> predict(String text); // error at 15: [RONDO-302] "predict" returns Set<String>, which is no supported output. Write a Set of an enum, whose constants are the labels.
}
