package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface StridesDiffer {
  Mood mood(@Convolution(filters = 4, stride = 2) List<Float> left, List<Float> right); // error at 8: [RONDO-231] The inputs are joined step by step, but "left" has one step of every 2 and "right" has all its steps. Give the @Convolution of each the same stride and pool, or end the layers of one with @Pool(LAST).
//|      left                                   (batch, time, width of left)
//|      @Convolution(filters = 4, stride = 2)  (batch, time / 2, 4)
//|      right                                  (batch, time, width of right)
//|    > join of left, right                    needs sequences with steps of the same length
//|      @GRU(units = 4)
//|      @Dense
}

enum Mood { GOOD, BAD }
