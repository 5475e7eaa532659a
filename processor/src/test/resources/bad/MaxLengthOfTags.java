package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Keep;
import dev.rondo.data.MaxLength;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface MaxLengthOfTags {
  List<Boolean> predict(
      @MaxLength(value = 50, keep = Keep.HEAD) List<String> words); // error at 41: [RONDO-335] @MaxLength on "words" has keep = HEAD, but "predict" answers each step, and those that are cut would have none. Remove keep, and cut examples with their answers beforehand.
}
