package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.task.Loss;
import java.util.List;

@SequenceModel
@GRU(units = 4)
interface UsedTwice {
  List<Step> predict(List<Step> steps, Step first);
}

record Step(
    @Missing @Scale(Scaling.LOG) float value,
    @Elapsed boolean on, // error at 22: [RONDO-321] @Elapsed on "on" of "steps" has no effect, because boolean is no time. Remove it.
    @Loss(weight = 2) @Dropout(0.1) float loss, // error at 43: [RONDO-332] An output cannot be called "loss": an evaluation has the loss of all outputs under that name. Rename the component.
    @Pool(Pooling.MEAN) int count) {} // error at 29: [RONDO-302] "count" of "Step" is of type int, which is no supported output. Write float or double for an amount, or @Category int for a class seen in training.
//& error at 29: [RONDO-225] @Pool on "count" of "Step" makes one vector of the steps, but there is a Step for each of them. Remove it, or answer once.
