package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense // error at 1: [RONDO-210] "OutputLayerNotLast" ends with @Dropout, which is no output layer. Move @Dense to the end.
@Dropout(0.5)
interface OutputLayerNotLast {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
