package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
@Training(labelSmoothing = 0.1) // error at 28: [RONDO-402] @Training on "TrainingContradictionOfNumbers" has labelSmoothing, which only classes use, but "predict" answers numbers. Remove labelSmoothing.
interface TrainingContradictionOfNumbers {
  float predict(@Series float[] values);
}
