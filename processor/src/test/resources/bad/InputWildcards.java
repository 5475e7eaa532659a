package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface InputWildcards {
  float predict(List<? extends Step> steps, @SuppressWarnings("rawtypes") List raw); // error at 38: [RONDO-301] "steps" is of type List<? extends Step>, which is no supported input. Did you mean List<Step>? Use String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an array of one of them.
//& error at 80: [RONDO-301] "raw" is of type List, which is no supported input. Write what it is of, such as List<String>.
}

record Step(float value) {}
