package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Keep;
import dev.rondo.data.MaxLength;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface MaxLengthOutOfRange {
  boolean predict(
      @MaxLength(value = 0, keep = Keep.HEAD) String text); // error at 26: [RONDO-226] @MaxLength on "text" has value = 0, but it must be at least 1. Change it.
}
