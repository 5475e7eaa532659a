package demo;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

class Outer {
  private enum Mood { GOOD, BAD }

  @SequenceModel
  @Embedding(size = 8)
  @LSTM(units = 4)
  @Dense
  interface TypeInaccessible {
    Prediction<Mood> predict(String text); // error at 22: [RONDO-305] "predict" returns Mood, which generated classes in the model's package cannot access. Remove private from it and from the types around it, or make them public.
  }
}
