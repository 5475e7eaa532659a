package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.StoredAs;
import dev.rondo.layer.Dense;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@LSTM(units = 4)
@Dense
interface StoredNameUnread {
  Mood predict(List<Reading> readings);
}

record Reading(@StoredAs("rounds") float speed) {} // error at 42: [RONDO-321] @StoredAs on "speed" of "readings" has no effect, because "speed" of "readings" is no input of its own. Remove it.

enum Mood { GOOD, BAD }
