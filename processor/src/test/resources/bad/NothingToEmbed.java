package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8) // error at 1: [RONDO-206] @Embedding on "NothingToEmbed" gets (batch, time, 16), which has no tokens left to look up. Remove it.
//|      text                   (batch, time)
//|      @Embedding(size = 16)  (batch, time, 16)
//|    > @Embedding(size = 8)   needs tokens: (batch, time)
//|      @LSTM(units = 4)
//|      @Dense
@LSTM(units = 4)
@Dense
interface NothingToEmbed {
  Mood predict(@Embedding(size = 16) String text);
}

enum Mood { GOOD, BAD }
