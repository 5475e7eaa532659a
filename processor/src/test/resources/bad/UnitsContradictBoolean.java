package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense(units = 2) // error at 16: [RONDO-204] @Dense on "UnitsContradictBoolean" has units = 2, but a boolean needs 1. Remove units: the return type gives the size.
interface UnitsContradictBoolean {
  boolean predict(String text);
}
