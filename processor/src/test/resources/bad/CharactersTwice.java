package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 2)
@Characters(embedding = @Embedding(size = 2), lstm = @LSTM(units = 2)) // error at 1: [RONDO-344] @Characters on "CharactersTwice" is one @Characters too many: "text" has another one. Remove one of them.
@LSTM(units = 4)
@Dense
interface CharactersTwice {
  boolean predict(
      @Characters(embedding = @Embedding(size = 2), lstm = @LSTM(units = 2))
      String text);
}
