package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.MaxLength;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface MaxLengthOfLanguageModel {
  @LanguageModel
  String write(
      @MaxLength(50) String opening); // error at 7: [RONDO-227] @MaxLength on "opening" has no effect, because a language model reads a text of any length, truncateAfter tokens at a time. Remove it.
}
