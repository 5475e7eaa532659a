package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Ctc;

@SequenceModel
@GRU(units = 4)
@Dense
interface CtcUnsuited {
  @Ctc // error at 3: [RONDO-348] @Ctc on "write" has no effect, because "write" is Mood, and it reads a text off the steps. Write String, or remove it.
  Mood write(@Vector(3) float[][] strokes);
}

enum Mood { GOOD, BAD }
