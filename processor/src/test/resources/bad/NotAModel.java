package demo;

import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@LSTM(units = 4) // error at 1: [RONDO-113] @LSTM on "NotAModel" has no effect: "NotAModel" is no @SequenceModel. Write @SequenceModel on it, or remove the annotation.
@Dense
interface NotAModel {
  boolean predict(@Embedding(size = 8) String text); // error at 19: [RONDO-113] @Embedding on "text" has no effect: "NotAModel" is no @SequenceModel. Write @SequenceModel on it, or remove the annotation.
}

class Holder {
  @Training(epochs = 3) // error at 3: [RONDO-113] @Training on "Inner" has no effect: "Inner" is no @SequenceModel. Write @SequenceModel on it, or remove the annotation.
  static class Inner {
    @Dense // error at 5: [RONDO-113] @Dense on "method" has no effect: "Inner" is no @SequenceModel. Write @SequenceModel on it, or remove the annotation.
    void method() {}
  }
}
