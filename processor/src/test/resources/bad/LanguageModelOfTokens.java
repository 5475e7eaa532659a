package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;
import java.util.List;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface LanguageModelOfTokens {
  @LanguageModel
  String write(List<String> words); // error at 10: [RONDO-701] "write" is a @LanguageModel, but takes List<String>: it continues a text. Write String write(String opening), or remove @LanguageModel.
}
