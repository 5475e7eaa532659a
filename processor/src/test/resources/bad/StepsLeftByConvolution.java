package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Convolution(filters = 4, stride = 2)
@Dense // error at 1: [RONDO-224] "mood" is answered once, but its @Dense gets (batch, time / 2, 4), one vector for each step. Write a recurrent layer or @Pool(LAST) before it.
//|      values                                 (batch, time, width of values)
//|      @GRU(units = 4)                        (batch, time, 4)
//|      @Convolution(filters = 4, stride = 2)  (batch, time / 2, 4)
//|    > @Dense                                 needs one vector: (batch, features)
interface StepsLeftByConvolution {
  Mood mood(@Vector(3) float[][] values);
}

enum Mood { GOOD, BAD }
