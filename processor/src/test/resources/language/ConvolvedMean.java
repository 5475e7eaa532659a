package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

@SequenceModel
@Convolution(filters = 8, kernel = 5)
@Pool(Pooling.MEAN)
@Dense
interface ConvolvedMean {
  boolean moved(@Vector(3) float[][] movement);
}
