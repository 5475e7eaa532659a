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
  Map<String, Float> predict(@Series float[] values);
}
