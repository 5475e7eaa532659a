package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface NoMethod extends AutoCloseable { // error at 1: [RONDO-105] "NoMethod" has no abstract method, but a model implements exactly one. Declare one, such as boolean predict(String text).
  @Override
  boolean equals(Object other);

  default boolean predict(String text) {
    return false;
  }
}
