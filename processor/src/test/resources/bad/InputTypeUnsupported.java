package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface InputTypeUnsupported {
  Mood predict(CharSequence text); // error at 29: [RONDO-301] "text" is of type CharSequence, which is no supported input. Did you mean String? Use String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an array of one of them.
}

enum Mood { GOOD, BAD }
