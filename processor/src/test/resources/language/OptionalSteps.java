package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.GRU;
import java.util.List;
import java.util.OptionalDouble;

record Guess(OptionalDouble value, Double boxed, Float single, double always) {}

/** Answers of steps that examples may lack, in each way to say so. */
@SequenceModel
@GRU(units = 4)
interface OptionalSteps {
  List<Guess> guess(@Series float[] values);
}
