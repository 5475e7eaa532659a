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
interface LanguageModelOfText {
  @LanguageModel
  Mood write(String opening); // error at 8: [RONDO-701] "write" is a @LanguageModel, but returns Mood: it continues a text. Write String write(String opening), or remove @LanguageModel.
}

enum Mood { GOOD, BAD }
