package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 100_000)
@LSTM(units = 100_000) // error at 1: [RONDO-215] @LSTM on "TooManyWeights" has 80,000,800,000 weights, but a layer can have at most 2,147,483,647. Make it, or what flows into it, smaller.
@Dense
interface TooManyWeights {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
