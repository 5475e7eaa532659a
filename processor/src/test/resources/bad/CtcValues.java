package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Ctc;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;

@SequenceModel
@GRU(units = 4)
@Dense
interface CtcValues {
  @Ctc(beam = 0) // error at 15: [RONDO-349] @Ctc on "write" has beam = 0, but it must be 1 to 1,000. Change it.
  @Loss(kind = LossKind.FOCAL) // error at 24: [RONDO-334] @Loss on "write" has kind = FOCAL, but @Ctc learns a text by its probability as a whole. Remove kind.
  String write(@Vector(3) float[][] strokes);
}
