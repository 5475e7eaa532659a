package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense // error at 1: [RONDO-223] @Dense on "OutputLayerOfSeveral" has no units, but "predict" returns Verdict, each component of which is an output of its own. Write units, such as @Dense(units = 64), or move it to the components: without one they have a plain @Dense.
interface OutputLayerOfSeveral {
  @Dense(hidden = 3) // error at 3: [RONDO-223] @Dense on "predict" has no units, but "predict" returns Verdict, each component of which is an output of its own. Write units, such as @Dense(units = 64), or move it to the components: without one they have a plain @Dense.
  Verdict predict(@Series float[] values);
}

record Verdict(
    @Dense(units = 3) Mood mood, // error at 28: [RONDO-204] @Dense on "mood" of "Verdict" has units = 3, but Mood has 2 constants. Remove units: the component's type gives the size.
    @Dense @Dropout(0.5) float value, // error at 32: [RONDO-212] @Dense on "value" of "Verdict" has no units, but it is not the output, whose size the type knows. Write units, such as @Dense(units = 64).
    @Dense(activation = dev.rondo.layer.Activation.TANH) boolean sure, // error at 66: [RONDO-211] @Dense on "sure" of "Verdict" has activation = TANH, but it is the output, whose activation the loss decides. Remove activation, or add hidden layers that it applies to.
    @Vector(3) @Dense(units = 3) float[] position) {} // error at 42: [RONDO-204] @Dense on "position" of "Verdict" has units = 3, and @Vector(3) has 3 numbers. Remove units: the component's type gives the size.

enum Mood { GOOD, BAD }
