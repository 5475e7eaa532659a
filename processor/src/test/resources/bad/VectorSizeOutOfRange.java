package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface VectorSizeOutOfRange {
  @Vector(2_000_000) // error at 11: [RONDO-202] @Vector on "predict" has value = 2000000, but a size must be between 1 and 1,000,000. Change 2000000.
  float[] predict(@Vector(0) float[][] rows, Settings settings); // error at 27: [RONDO-202] @Vector on "rows" has value = 0, but a size must be between 1 and 1,000,000. Change 0.
}

record Settings(@Vector(-1) float[] gains) {} // error at 37: [RONDO-202] @Vector on "gains" of "settings" has value = -1, but a size must be between 1 and 1,000,000. Change -1.
