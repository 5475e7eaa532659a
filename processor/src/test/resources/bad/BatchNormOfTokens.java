package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.BatchNorm;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@BatchNorm // error at 1: [RONDO-205] The tokens of "words" must be looked up before another layer can read them. Write @Embedding(size = 64) before @BatchNorm.
@LSTM(units = 4)
@Dense
interface BatchNormOfTokens {
  Mood predict(List<String> words);
}

enum Mood { GOOD, BAD }
