package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 2)
@LSTM(units = 4)
@Dense
interface CharactersOfWrittenText {
  @LanguageModel
  String write(
      @Characters(embedding = @Embedding(size = 2), lstm = @LSTM(units = 2)) // error at 7: [RONDO-343] @Characters on "opening" has no effect, because "write" writes texts, which are read token by token. Remove it, or write @Text(tokens = CHARACTERS).
      String opening);
}
