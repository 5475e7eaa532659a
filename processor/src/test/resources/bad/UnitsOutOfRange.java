package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense(units = -3) // error at 16: [RONDO-202] @Dense on "UnitsOutOfRange" has units = -3, but a size must be between 1 and 1,000,000. Change -3.
interface UnitsOutOfRange {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
