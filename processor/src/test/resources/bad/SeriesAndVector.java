package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface SeriesAndVector {
  float predict(@Series @Vector(3) float[] values); // error at 17: [RONDO-323] "values" has @Series, one number a step, and @Vector, numbers that belong together. Remove one of the two.
}
