package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Missing;
import dev.rondo.data.Series;
import dev.rondo.data.Text;
import dev.rondo.layer.GRU;
import dev.rondo.task.Loss;

@SequenceModel
@GRU(units = 4)
interface LossOfSeveral {
  @Loss(weight = 2) // error at 3: [RONDO-321] @Loss on "predict" has no effect, because each component of Verdict is learned by a loss of its own. Move it to the components.
  Verdict predict(@Series float[] values);
}

record Verdict(@Missing float value, @Elapsed Mood mood, @Text @Category String name) {} // error at 31: [RONDO-321] @Missing on "value" of "Verdict" has no effect, because an answer that examples may lack is of a boxed type, such as Float. Write one, or remove it.
//& error at 52: [RONDO-321] @Elapsed on "mood" of "Verdict" has no effect, because no output is a time. Remove it.
//& error at 81: [RONDO-309] @Text on "name" of "Verdict" has no effect, because a text is never one of several outputs. Remove it.

enum Mood { GOOD, BAD }
