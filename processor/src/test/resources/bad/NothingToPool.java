package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Pool(Pooling.MEAN)
interface NothingToPool {
  @Pool(Pooling.MAX) // error at 3: [RONDO-209] @Pool on "predict" gets (batch, 4), which is one vector already, not a sequence. Remove it.
//|      text                  (batch, time)
//|      @Embedding(size = 8)  (batch, time, 8)
//|      @LSTM(units = 4)      (batch, time, 4)
//|      @Pool(MEAN)           (batch, 4)
//|    > @Pool(MAX)            needs a sequence: (batch, time, features)
//|      @Dense
  @Dense
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
