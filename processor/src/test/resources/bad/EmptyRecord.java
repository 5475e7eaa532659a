package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
interface EmptyRecord {
  Verdict predict(List<Step> steps); // error at 11: [RONDO-328] "predict" is of type Verdict, but the record Verdict has no components, so that there is nothing to answer. Add components.
}

record Step(float value, Mark mark) {} // error at 31: [RONDO-328] "mark" of "steps" is of type Mark, but the record Mark has no components, so that there is nothing to read. Add components.

record Mark() {}

record Verdict() {}
