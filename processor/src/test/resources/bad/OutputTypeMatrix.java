package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface OutputTypeMatrix {
  float[][] predict(@Series float[] values); // error at 13: [RONDO-302] "predict" returns float[][], but does not say how many numbers each step has. Write @Vector(3), if there are three.
}
