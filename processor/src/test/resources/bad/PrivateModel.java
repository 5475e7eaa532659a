package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

class Outer {
  @SequenceModel
  @Embedding(size = 8)
  @LSTM(units = 4)
  @Dense
  private interface PrivateModel { // error at 11: [RONDO-102] "PrivateModel" is private or nested in a private type, so that no generated class can implement it. Remove private.
    boolean predict(String text);
  }

  private static class Hidden {
    @SequenceModel
    @Embedding(size = 8)
    @LSTM(units = 4)
    @Dense
    interface InsideOfPrivate { // error at 5: [RONDO-102] "InsideOfPrivate" is private or nested in a private type, so that no generated class can implement it. Remove private.
      boolean predict(String text);
    }
  }
}
