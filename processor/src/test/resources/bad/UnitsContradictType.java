package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense(units = 3) // error at 16: [RONDO-204] @Dense on "UnitsContradictType" has units = 3, but Mood has 2 constants. Remove units: the return type gives the size.
interface UnitsContradictType {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
