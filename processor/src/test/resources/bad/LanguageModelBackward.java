package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4, direction = Direction.BIDIRECTIONAL) // error at 39: [RONDO-702] @LSTM on "LanguageModelBackward" has direction = BIDIRECTIONAL, but a language model cannot read the tokens that it is to foretell. Remove direction.
@Dense
interface LanguageModelBackward {
  @LanguageModel
  String write(String opening);
}
