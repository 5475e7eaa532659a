package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface VectorOfWholeNumbers {
  float predict(@Series float[] values, @Vector(3) int[] counts, List<Step> steps);
}

record Step(@Vector(2) int[] counts) {}
