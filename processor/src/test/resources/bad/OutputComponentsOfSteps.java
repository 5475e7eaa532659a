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

record Verdict(List<Mood> moods, boolean equals) {}

enum Mood { GOOD, BAD }
