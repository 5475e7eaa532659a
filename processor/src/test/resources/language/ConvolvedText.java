package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

enum Gait {
  WALK,
  RUN
}

@SequenceModel
@Embedding(size = 8)
@Convolution(filters = 8, kernel = 4, stride = 2)
@GRU(units = 4)
@Dense
interface ConvolvedText {
  Gait gait(String text);
}
