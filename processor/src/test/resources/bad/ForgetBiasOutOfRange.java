package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4, forgetBias = 1e300) // error at 31: [RONDO-220] @LSTM on "ForgetBiasOutOfRange" has forgetBias = 1.0E300, but it must be a number that a float can hold. Change it, such as to 1.
@Dense
interface ForgetBiasOutOfRange {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
