package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.MaxLength;
import dev.rondo.layer.Dense;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@LSTM(units = 4)
@Dense
interface MaxLengthOfComponent {
  boolean predict(List<Reading> readings);
}

record Reading(
    @MaxLength(5) float load) {} // error at 25: [RONDO-321] @MaxLength on "load" of "readings" has no effect, because only an input of its own has a length that is limited. Remove it.
