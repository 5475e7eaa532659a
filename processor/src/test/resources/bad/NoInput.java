package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface NoInput {
  Mood predict(); // error at 8: [RONDO-108] "predict" has no parameters, but a model needs an input. Add a parameter, such as String text.
}

enum Mood { GOOD, BAD }
