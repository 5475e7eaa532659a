package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface NoConstants {
  Mood predict(String text); // error at 8: [RONDO-306] "predict" returns Mood, which has no constants, but a choice needs at least 2. Add constants.
}

enum Mood {}
