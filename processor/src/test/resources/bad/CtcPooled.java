package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.task.Ctc;

@SequenceModel
@GRU(units = 4)
@Pool(Pooling.MAX) // error at 1: [RONDO-225] @Pool on "CtcPooled" makes one vector of the steps, but "write" returns String, scores of tokens for each of them. Remove it, or answer once.
@Dense
interface CtcPooled {
  @Ctc
  String write(@Vector(3) float[][] strokes);
}
