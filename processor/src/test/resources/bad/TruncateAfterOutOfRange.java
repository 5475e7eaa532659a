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
@Training(truncateAfter = 0) // error at 27: [RONDO-401] @Training on "TruncateAfterOutOfRange" has truncateAfter = 0, but it must be at least 1. Change it.
interface TruncateAfterOutOfRange {
  @LanguageModel
  String write(String opening);
}
