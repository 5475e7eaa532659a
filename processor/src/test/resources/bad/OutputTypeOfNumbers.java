package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface OutputTypeOfNumbers {
  List<Float> predict(@Series float[] values); // error at 15: [RONDO-302] "predict" returns List<Float>, which is no supported output. Write @Series float[] for one number a step.
}
