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
  Mood predict(CharSequence text); // error at 29: [RONDO-301] "text" is of type CharSequence, which is no supported input. Did you mean String? Use one of: String, List<String>, String[].
}

enum Mood { GOOD, BAD }
