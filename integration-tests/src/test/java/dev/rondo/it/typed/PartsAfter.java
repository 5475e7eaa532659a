package dev.rondo.it.typed;

import dev.rondo.Optimizer;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

/** The same model after its enum was reordered and has gained a constant; and another one. */
final class PartsAfter {
  private PartsAfter() {}

  enum Stage {
    LATE,
    MIDDLE,
    EARLY
  }

  record Part(Stage stage, float level, @Embedding(size = 3) Stage next) {}

  @SequenceModel(name = "Parts")
  @GRU(units = 6)
  @Dense
  @Training(epochs = 1, optimizer = Optimizer.SGD)
  interface Parts {
    boolean done(List<Part> parts);
  }

  record Item(boolean on, float level, Stage stage) {}

  @SequenceModel
  @GRU(units = 6)
  @Dense
  @Training(epochs = 1, optimizer = Optimizer.SGD)
  interface Items {
    boolean done(List<Item> items);
  }
}
