package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 2)
@LSTM(units = 4)
@Dense
interface CharactersOfParts {
  boolean predict(
      @Text(tokens = Tokens.SUBWORDS)
      @Characters(embedding = @Embedding(size = 2), gru = @GRU(units = 2)) // error at 7: [RONDO-341] @Characters on "text" reads the characters of words, but tokens = SUBWORDS cuts "text" into smaller parts. Write tokens = WORDS, or remove @Characters.
      String text);
}
