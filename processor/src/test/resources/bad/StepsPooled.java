package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Pool(Pooling.MEAN)
@Dense
interface StepsPooled {
  List<Mood> tag(List<Float> values);
}

enum Mood { GOOD, BAD }
