package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Keep;
import dev.rondo.data.MaxLength;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Dense
interface MaxLengthOfOneValue {
  boolean predict(
      @Embedding(size = 8) @LSTM(units = 4) String text,
      @MaxLength(value = 5, keep = Keep.TAIL) float weight); // error at 7: [RONDO-227] @MaxLength on "weight" has no effect, because "weight" is one value and has no steps. Remove it.
}
