package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

class Around {
  private record Step(float value) {}

  private enum Kind { A, B }

  public record Settings(Kind kind) {} // error at 31: [RONDO-305] "kind" of "settings" has the type Kind, which generated classes in the model's package cannot access. Remove private from it and from the types around it, or make them public.

  @SequenceModel
  @GRU(units = 4)
  @Dense
  interface TypeOfInputInaccessible {
    boolean predict(List<Step> steps, Settings settings); // error at 32: [RONDO-305] "steps" has the type Step, which generated classes in the model's package cannot access. Remove private from it and from the types around it, or make them public.
  }
}
