package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@SequenceModel
@Embedding(size = 8)
@GRU(units = {8, 4}, residual = true) // error at 14: [RONDO-218] @GRU on "ResidualUnitsDiffer" has residual = true, so that each of its layers adds what it gets to what it gives, but its layers give different numbers of features. Give all the same units, or remove residual.
//|      text                                   (batch, time)
//|      @Embedding(size = 8)                   (batch, time, 8)
//|    > @GRU(units = {8, 4}, residual = true)  needs equal units to be residual
//|      @Dense
@Dense
interface ResidualUnitsDiffer {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
