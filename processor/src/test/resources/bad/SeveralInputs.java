package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface SeveralInputs {
  Mood predict(String title, String text); // error at 37: [RONDO-109] "predict" has 2 parameters, but several inputs are not supported yet. Keep one of them.
}

enum Mood { GOOD, BAD }
