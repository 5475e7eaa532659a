package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;

@SequenceModel
@Embedding(size = 8)
@Dense
interface NoRecurrentLayer { // error at 1: [RONDO-207] "NoRecurrentLayer" has no recurrent layer, so that nothing reads the sequence. Write @LSTM, @GRU or @Recurrent before the output.
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
