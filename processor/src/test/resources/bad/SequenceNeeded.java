package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4, direction = Direction.BIDIRECTIONAL)
@Pool(Pooling.MEAN)
@GRU(units = 4) // error at 1: [RONDO-208] @GRU on "SequenceNeeded" gets (batch, 8), one vector, but it needs a sequence. Move it before the @Pool that makes the vector, or remove one of the two.
//|      text                                         (batch, time)
//|      @Embedding(size = 8)                         (batch, time, 8)
//|      @LSTM(units = 4, direction = BIDIRECTIONAL)  (batch, time, 8)
//|      @Pool(MEAN)                                  (batch, 8)
//|    > @GRU(units = 4)                              needs a sequence: (batch, time, features)
//|      @Dense(hidden = {3, 2})
@Dense(hidden = {3, 2})
interface SequenceNeeded {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
