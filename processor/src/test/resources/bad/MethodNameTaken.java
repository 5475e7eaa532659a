package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface MethodNameTaken {
  boolean predict(String text);

  default boolean predictScored(String text) { // error at 19: [RONDO-112] "MethodNameTaken" has a method predictScored(java.lang.String), but the generated MethodNameTakenPredictor has one of its own. Rename yours.
    return predict(text);
  }

  default int history() { // error at 15: [RONDO-112] "MethodNameTaken" has a method history(), but the generated MethodNameTakenPredictor has one of its own. Rename yours.
    return 0;
  }

  default boolean predictAll(String text) {
    return predict(text);
  }
}
