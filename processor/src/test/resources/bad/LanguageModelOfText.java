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
  Mood write(String opening); // error at 8: X
}

enum Mood { GOOD, BAD }
