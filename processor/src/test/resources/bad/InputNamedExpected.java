package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface InputNamedExpected {
  Mood predict(String expected); // error at 23: [RONDO-308] An input cannot be called "expected": that is what examples call the output. Rename the parameter.
}

enum Mood { GOOD, BAD }
