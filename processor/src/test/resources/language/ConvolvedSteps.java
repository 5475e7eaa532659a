package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
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
@Convolution(filters = 3)
@Dense
interface ConvolvedSteps {
  List<Gait> gaits(@Vector(3) float[][] movement);
}
