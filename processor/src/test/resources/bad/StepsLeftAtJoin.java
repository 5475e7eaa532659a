package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@Dense
interface StepsLeftAtJoin {
  Mood predict(@Embedding(size = 8) String text, @GRU(units = 4) List<Float> values); // error at 8: [RONDO-224] "text" still has steps where the inputs are joined, but the answer is given once. End the layers of "text" with @Pool(LAST), or add a recurrent layer to it.
//|      text                  (batch, time)
//|      @Embedding(size = 8)  (batch, time, 8)
//|      values                (batch, time, width of values)
//|      @GRU(units = 4)       (batch, 4)
//|    > join of text, values  needs one vector: (batch, features)
//|      @Dense
}

enum Mood { GOOD, BAD }
