package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@LSTM(units = 4) // error at 1: [RONDO-205] The tokens of "text" must be looked up before another layer can read them. Move @Embedding before @LSTM.
@Embedding(size = 8)
@Dense
interface EmbeddingTooLate {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
