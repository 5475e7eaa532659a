package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
interface OutputComponentsOfSteps {
  List<Verdict> predict(@Series float[] values);
}

record Verdict(List<Mood> moods, boolean equals) {} // error at 27: [RONDO-302] "moods" of "Verdict" is List<Mood>, but the method returns a list of records, one for each step, so that each has one answer. Write Mood.
//& error at 42: [RONDO-332] An output cannot be called "equals": Object has a method of that name. Rename the component.

enum Mood { GOOD, BAD }
