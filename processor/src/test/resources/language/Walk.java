package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Recurrent;

record Point(float x, Double y) {}

record Path(@Series float[] height, float length) {}

@SequenceModel
@Recurrent(units = 32)
@Dense(units = 3)
interface Walk {
  Path next(@Series float[] values);
}
