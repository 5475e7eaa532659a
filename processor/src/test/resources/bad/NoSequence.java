package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;

@SequenceModel
@Dense
interface NoSequence { // error at 1: [RONDO-207] "NoSequence" has no recurrent layer, and no input is a sequence that one could read: a sequence model learns from steps. Take a list, an array or a text, and write @LSTM, @GRU or @Recurrent.
  Mood predict(float value);
}

enum Mood { GOOD, BAD }
