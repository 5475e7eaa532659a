package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4, direction = Direction.BIDIRECTIONAL) // error at 18: X
@Dense
interface LanguageModelBackward {
  @LanguageModel
  String write(String opening);
}
