package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense(units = 100) // error at 8: X
interface LanguageModelSized {
  @LanguageModel
  @Text // error at 8: X
  String write(String opening);
}
