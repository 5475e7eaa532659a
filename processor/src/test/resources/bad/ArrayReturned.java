package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface ArrayReturned {
  float[] predict(@Series float[] values); // error at 11: [RONDO-322] "predict" returns float[], but does not say how its numbers belong together. Write @Series for one number a step, or @Vector(3) for one vector, if there are three.
}
