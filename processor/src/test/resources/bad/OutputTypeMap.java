package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.Map;

@SequenceModel
@GRU(units = 4)
@Dense
interface OutputTypeMap {
  Map<String, Float> predict(@Series float[] values); // error at 22: [RONDO-302] "predict" returns Map<String, Float>, which is no supported output. A map has no components that are always there. Write a record with one for each key.
}
