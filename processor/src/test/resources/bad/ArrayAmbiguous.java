package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
interface ArrayAmbiguous {
  Verdict predict(float[] values, int[] ids, List<Step> steps); // error at 27: [RONDO-322] "values" is of type float[], but does not say how its numbers belong together. Write @Series for one number a step, or @Vector(3) for one vector, if there are three.
//& error at 41: [RONDO-322] "ids" is of type int[], but does not say what its numbers are. Write @Series int[] for one value a step, or @Category int[] for ids.
}

record Step(double[] position) {} // error at 22: [RONDO-322] "position" of "steps" is of type double[], but does not say how many numbers it has. Write @Vector(3) float[], if there are three.

record Verdict(double[] position) {} // error at 25: [RONDO-322] "position" of "Verdict" is of type double[], but does not say how many numbers it has. Write @Vector(3) float[], if there are three.
