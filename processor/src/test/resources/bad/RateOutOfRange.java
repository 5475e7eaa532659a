package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = {4, 4}, dropout = 1) // error at 33: [RONDO-203] @LSTM on "RateOutOfRange" has dropout = 1.0, but a rate must be at least 0 and below 1. Change it.
@Dropout(-0.5) // error at 10: [RONDO-203] @Dropout on "RateOutOfRange" has the rate -0.5, but a rate must be at least 0 and below 1. Change it.
@Dense
interface RateOutOfRange {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
