package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface NothingToPoolOfVector {
  Mood predict(List<Float> values, @Pool(Pooling.MEAN) Settings settings); // error at 36: [RONDO-209] @Pool on "settings" gets (batch, width of settings), which is one vector already, not a sequence. Remove it.
//|      settings                  (batch, width of settings)
//|    > @Pool(MEAN)               needs a sequence: (batch, time, features)
//|      values                    (batch, time, width of values)
//|      join of values, settings
//|      @GRU(units = 4)
//|      @Dense
}

record Settings(float gain, boolean on) {}

enum Mood { GOOD, BAD }
