package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.LSTM;

@SequenceModel
@LSTM(units = 4) // error at 1: [RONDO-205] The tokens of "text" must be looked up before another layer can read them. Write @Embedding(size = 64) before @LSTM.
@Dense
interface NoEmbedding {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
