package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface OutputTypeArray {
  boolean[] predict(@Series float[] values); // error at 13: [RONDO-302] "predict" returns boolean[], which is no supported output. Write List<Boolean> for one answer a step.
}
