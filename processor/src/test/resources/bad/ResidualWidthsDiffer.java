package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8, direction = Direction.BIDIRECTIONAL, residual = true) // error at 66: [RONDO-218] @LSTM on "ResidualWidthsDiffer" has residual = true, so that each of its layers adds what it gets to what it gives, but it gets (batch, time, 8) and gives 16 features. Make these equal, or remove residual.
//|      text                                                          (batch, time)
//|      @Embedding(size = 8)                                          (batch, time, 8)
//|    > @LSTM(units = 8, direction = BIDIRECTIONAL, residual = true)  needs (batch, time, 16) to be residual
//|      @Dense
@Dense
interface ResidualWidthsDiffer {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
