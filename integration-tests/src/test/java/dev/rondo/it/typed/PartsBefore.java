package dev.rondo.it.typed;

import dev.rondo.Optimizer;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

/** A model that reads constants of an enum, as it was at first. */
final class PartsBefore {
  private PartsBefore() {}

  enum Stage {
    EARLY,
    LATE
  }

  record Part(Stage stage, float level, @Embedding(size = 3) Stage next) {}

  @SequenceModel(name = "Parts")
  @GRU(units = 6)
  @Dense
  @Training(epochs = 2, optimizer = Optimizer.SGD)
  interface Parts {
    boolean done(List<Part> parts);
  }
}
