package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Dense // error at 1: [RONDO-212] @Dense on "UnitsMissing" has no units, but it is not the output, whose size the type knows. Write units, such as @Dense(units = 64).
@LSTM(units = 4)
interface UnitsMissing {
  @Dense
  Mood predict(@Embedding(size = 8) @Dense(hidden = 8) String text); // error at 37: [RONDO-212] @Dense on "text" has no units, but it is not the output, whose size the type knows. Write units, such as @Dense(units = 64).
}

enum Mood { GOOD, BAD }
