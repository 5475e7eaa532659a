package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;
import java.util.Set;

@SequenceModel
@GRU(units = 4)
@Dense
interface NoConstantsToRead {
  Set<None> predict(List<None> steps); // error at 32: [RONDO-306] "steps" has the type None, which has no constants, so that there is nothing to tell apart. Add constants.
//& error at 13: [RONDO-306] "predict" returns None, which has no constants, so that there is nothing to tell apart. Add constants.
}

enum None {}
