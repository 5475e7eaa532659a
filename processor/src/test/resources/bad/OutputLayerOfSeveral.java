package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface OutputLayerOfSeveral {
  @Dense(hidden = 3)
  Verdict predict(@Series float[] values);
}

record Verdict(
    @Dense(units = 3) Mood mood,
    @Dense @Dropout(0.5) float value,
    @Dense(activation = dev.rondo.layer.Activation.TANH) boolean sure,
    @Vector(3) @Dense(units = 3) float[] position) {}

enum Mood { GOOD, BAD }
