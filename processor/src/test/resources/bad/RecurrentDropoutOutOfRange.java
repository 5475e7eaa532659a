package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Recurrent;

@SequenceModel
@Embedding(size = 8)
@Recurrent(units = 4, recurrentDropout = 1.5) // error at 42: [RONDO-203] @Recurrent on "RecurrentDropoutOutOfRange" has recurrentDropout = 1.5, but a rate must be at least 0 and below 1. Change it.
@Dense
interface RecurrentDropoutOutOfRange {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
