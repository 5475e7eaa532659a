package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import java.util.List;

@SequenceModel
@GRU(units = 4)
interface StepsPooledForOutput {
  List<Verdict> predict(List<Float> values);
}

record Verdict(@Pool(Pooling.MEAN) boolean urgent, float hours) {} // error at 44: [RONDO-225] @Pool on "urgent" of "Verdict" makes one vector of the steps, but there is a Verdict for each of them. Remove it, or answer once.
