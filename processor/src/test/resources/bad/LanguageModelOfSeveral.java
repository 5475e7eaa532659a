package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface LanguageModelOfSeveral {
  @LanguageModel
  String write(String title, String opening); // error at 10: [RONDO-701] "write" is a @LanguageModel, but takes 2 parameters: it continues a text. Write String write(String opening), or remove @LanguageModel.
}
