package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

@SequenceModel
@GRU(units = 4)
@Pool(Pooling.ATTENTION)
@Dense
interface Sensors {
  double wear(@Vector(12) float[][] sensors);
}
