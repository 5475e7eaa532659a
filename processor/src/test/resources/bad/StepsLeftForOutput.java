package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@SequenceModel
@Embedding(size = 8)
interface StepsLeftForOutput {
  Verdict predict(String text);
}

record Verdict(@GRU(units = 4) boolean urgent, @Dense(hidden = 3) Mood mood, float hours) {} // error at 72: [RONDO-224] "mood" of "Verdict" is answered once, but its @Dense(hidden = 3) gets (batch, time, 3), one vector for each step. Write a recurrent layer or @Pool(LAST) before it.
//|      text                  (batch, time)
//|      @Embedding(size = 8)  (batch, time, 8)
//|      @GRU(units = 4)       (batch, 4)
//|      @Dense                (batch, 1)
//|    > @Dense(hidden = 3)    needs one vector: (batch, features)
//|      @Dense
//& error at 84: [RONDO-224] "hours" of "Verdict" is answered once, but its @Dense gets (batch, time, 8), one vector for each step. Write a recurrent layer or @Pool(LAST) before it.
//|      text                  (batch, time)
//|      @Embedding(size = 8)  (batch, time, 8)
//|      @GRU(units = 4)       (batch, 4)
//|      @Dense                (batch, 1)
//|      @Dense(hidden = 3)    (batch, time, 3)
//|    > @Dense                needs one vector: (batch, features)

enum Mood { GOOD, BAD }
