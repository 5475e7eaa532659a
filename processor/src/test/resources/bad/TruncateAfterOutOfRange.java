package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8)
@Dense
@Training(truncateAfter = 0) // error at 8: X
interface TruncateAfterOutOfRange {
  @LanguageModel
  String write(String opening);
}
