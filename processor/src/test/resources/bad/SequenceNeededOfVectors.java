package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;

@SequenceModel
@GRU(units = 4) // error at 1: [RONDO-208] @GRU on "SequenceNeededOfVectors" gets (batch, width of settings + width of day), one vector, but it needs a sequence. "settings" and "day" are one vector each. Take a list, so that there are steps, or remove it.
//|      settings               (batch, width of settings)
//|      day                    (batch, width of day)
//|      join of settings, day  (batch, width of settings + width of day)
//|    > @GRU(units = 4)        needs a sequence: (batch, time, features)
//|      @Dense
@Dense
interface SequenceNeededOfVectors {
  Mood predict(Settings settings, DayOfWeek day);
}

record Settings(float gain) {}

enum Mood { GOOD, BAD }
