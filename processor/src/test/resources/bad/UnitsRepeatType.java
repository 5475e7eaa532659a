package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense(units = 2) // error at 16: [RONDO-204] @Dense on "UnitsRepeatType" has units = 2, and Mood has 2 constants. Remove units: the return type gives the size.
interface UnitsRepeatType {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
