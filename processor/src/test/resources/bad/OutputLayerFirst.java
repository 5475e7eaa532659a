package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Dense // error at 1: [RONDO-210] "OutputLayerFirst" ends with @LSTM, which is no output layer. Move @Dense to the end.
@Embedding(size = 8)
@LSTM(units = 4)
interface OutputLayerFirst {
  boolean predict(String text);
}
