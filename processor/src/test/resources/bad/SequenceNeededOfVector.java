package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@Dense
interface SequenceNeededOfVector {
  Mood predict(@GRU(units = 4) List<Float> values, @LSTM(units = 4) Settings settings); // error at 52: [RONDO-208] @LSTM on "settings" gets (batch, width of settings + 4), one vector, but it needs a sequence. "settings" is one vector. Take a list, so that there are steps, or remove it.
//|      values                    (batch, time, width of values)
//|      @GRU(units = 4)           (batch, 4)
//|      settings.place            (batch)
//|      @Embedding(size = 4)      (batch, 4)
//|      settings                  (batch, width of settings)
//|      join of settings, place   (batch, width of settings + 4)
//|    > @LSTM(units = 4)          needs a sequence: (batch, time, features)
//|      join of values, settings
//|      @Dense
}

record Settings(float gain, @Category @Embedding(size = 4) String place) {}

enum Mood { GOOD, BAD }
