package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;
import org.jspecify.annotations.Nullable;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface NullableWords {
  Mood predict(List<@Nullable String> words); // error at 39: [RONDO-307] "words" is @Nullable, but the steps of a sequence are never missing, and an empty one is read as such. Remove @Nullable.
}

enum Mood { GOOD, BAD }
