package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Pool(Pooling.MEAN) // error at 1: [RONDO-225] @Pool on "StepsPooled" makes one vector of the steps, but "tag" returns List<Mood>, an answer for each of them. Remove it, or answer once.
@Dense
interface StepsPooled {
  List<Mood> tag(List<Float> values);
}

enum Mood { GOOD, BAD }
