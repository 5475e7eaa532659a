package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
interface NoOutputLayer { // error at 1: [RONDO-210] "NoOutputLayer" ends with @LSTM, which is no output layer. Write @Dense as the last layer.
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
