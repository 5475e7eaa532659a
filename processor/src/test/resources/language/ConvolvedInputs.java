package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

enum Gait {
  WALK,
  RUN
}

@SequenceModel
@GRU(units = 4)
@Dense
interface ConvolvedInputs {
  Gait gait(
      @Convolution(filters = 4, stride = 6) List<Float> left,
      @Convolution(filters = 2, stride = 3, pool = 2) List<Float> right);
}
