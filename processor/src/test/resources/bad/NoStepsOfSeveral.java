package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

@SequenceModel
@Dense
interface NoStepsOfSeveral {
  @Series
  float[] states( // error at 11: [RONDO-331] "states" returns float[], an answer for each step, but the layers of "fast" and "slow" make one vector of each sequence. Remove @Pool from one of them.
      @GRU(units = 4) @Pool(Pooling.LAST) @Series float[] fast,
      @GRU(units = 4) @Pool(Pooling.MEAN) @Series float[] slow);
}
