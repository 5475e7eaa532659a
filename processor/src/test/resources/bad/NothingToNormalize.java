package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LayerNorm;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 1)
@LayerNorm // error at 1: [RONDO-219] @LayerNorm on "NothingToNormalize" gets (batch, 1), one feature: brought to mean 0, it is always 0. Remove it, or give it more features.
//|      text                  (batch, time)
//|      @Embedding(size = 8)  (batch, time, 8)
//|      @GRU(units = 1)       (batch, 1)
//|    > @LayerNorm            needs at least 2 features
//|      @Dense
@Dense
interface NothingToNormalize {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
