package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8, tied = true) // error at 8: X
@LSTM(units = {8, 4})
@Dense
interface TiedWidthsDiffer {
  @LanguageModel
  String write(String opening);
}
