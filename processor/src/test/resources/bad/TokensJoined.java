package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface TokensJoined {
  Mood predict(String title, @Category int author, @LSTM(units = 4) String text); // error at 23: [RONDO-205] The tokens of "title" must be looked up before the inputs are joined. Write @Embedding(size = 64) on "title".
//& error at 44: [RONDO-205] The symbol "author" must be looked up before the inputs are joined. Write @Embedding(size = 64) on "author".
//& error at 52: [RONDO-205] The tokens of "text" must be looked up before another layer can read them. Write @Embedding(size = 64) before @LSTM.
}

enum Mood { GOOD, BAD }
