package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface SeveralMethods { // error at 1: [RONDO-106] "SeveralMethods" has 2 abstract methods ("predict", "guess"), but a model implements exactly one. Make the others default or static, or give them models of their own.
  Mood predict(String text);

  Mood guess(String text);
}

enum Mood { GOOD, BAD }
