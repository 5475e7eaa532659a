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
  float predict(@Series float[] values, @Vector(3) int[] counts, List<Step> steps); // error at 41: [RONDO-324] @Vector on "counts" makes one vector of an int[], but vectors are of float or double. Write float[], or @Category int[] if they are ids.
}

record Step(@Vector(2) int[] counts) {} // error at 30: [RONDO-324] @Vector on "counts" of "steps" makes one vector of an int[], but vectors are of float or double. Write float[].
