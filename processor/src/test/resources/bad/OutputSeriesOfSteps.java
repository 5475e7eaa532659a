package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
interface OutputSeriesOfSteps {
  List<Point> predict(@Series float[] values);
}

record Point(float height, @Series float[] curve) {} // error at 44: [RONDO-302] "curve" of "Point" is of type float[], which is no supported output. The answer of one step has no steps of its own. Write @Vector(3) float[] for three numbers.
