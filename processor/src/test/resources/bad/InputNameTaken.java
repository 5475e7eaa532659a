package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface InputNameTaken {
  Mood predict(String hashCode); // error at 23: [RONDO-308] An input cannot be called "hashCode": Object has a method of that name. Rename the parameter.
}

enum Mood { GOOD, BAD }
