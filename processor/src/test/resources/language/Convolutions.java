package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Direction;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

enum Gait {
  WALK,
  RUN
}

record Pace(Gait gait, @Pool(Pooling.MAX) float speed) {}

@SequenceModel
@Convolution(filters = 8, kernel = 5, stride = 2, pool = 2, activation = Activation.TANH)
@Convolution2
@GRU(units = 4, direction = Direction.BIDIRECTIONAL)
interface Convolutions {
  Pace pace(@Vector(3) float[][] movement);
}

@Convolution(filters = 6)
@interface Convolution2 {}
