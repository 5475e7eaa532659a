package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
@Training(labelSmoothing = 0.1) // error at 28: [RONDO-403] @Training on "SmoothingOfBoolean" has labelSmoothing, but "predict" returns a boolean, whose loss has no classes to spread it over. Remove labelSmoothing, or return an enum.
interface SmoothingOfBoolean {
  boolean predict(String text);
}
