package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

class Around {
  private record Step(float value) {}

  private enum Kind { A, B }

  public record Settings(Kind kind) {}

  @SequenceModel
  @GRU(units = 4)
  @Dense
  interface TypeOfInputInaccessible {
    boolean predict(List<Step> steps, Settings settings);
  }
}
