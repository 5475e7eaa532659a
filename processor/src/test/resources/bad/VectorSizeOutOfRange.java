package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface VectorSizeOutOfRange {
  @Vector(2_000_000)
  float[] predict(@Vector(0) float[][] rows, Settings settings);
}

record Settings(@Vector(-1) float[] gains) {}
