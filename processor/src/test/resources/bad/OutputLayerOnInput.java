package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
interface OutputLayerOnInput { // error at 1: [RONDO-210] "OutputLayerOnInput" has no output layer. Write @Dense as the last layer.
  Mood predict(@Embedding(size = 8) @LSTM(units = 4) @Dense String text);
}

enum Mood { GOOD, BAD }
