package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface GenericMethod {
  <T> boolean predict(String text); // error at 15: [RONDO-107] "predict" has type parameters, but a network is built for fixed types. Replace them by the types that are meant.
}
