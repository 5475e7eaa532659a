package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import org.jspecify.annotations.Nullable;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface NullableInput {
  Mood predict(@Nullable String text); // error at 33: [RONDO-307] "text" is @Nullable, but a text is never missing: an empty one is read as nothing known. Remove @Nullable.
}

enum Mood { GOOD, BAD }
