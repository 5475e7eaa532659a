package demo;

import dev.rondo.Prediction;
import java.nio.file.Path;
import java.util.List;

/** Mentions all that a working model would generate. */
class UsesBrokenModel {
  private final BrokenModelPredictor field = BrokenModelPredictor.load(Path.of("model.rondo"));

  boolean use() {
    List<BrokenModelExample> examples = BrokenModelExample.read(Path.of("examples.tsv"));
    try (BrokenModelPredictor model =
        BrokenModelTrainer.create().epochs(3).textVocabulary(100).fit(examples)) {
      Prediction<Boolean> scored = model.predictScored("text");
      List<Boolean> all = model.predictAll(List.of("text"));
      model.evaluate(List.of(new BrokenModelExample("text", true)));
      model.save(Path.of("model.rondo"));
      return model.predict("text") == scored.value() && all.isEmpty();
    }
  }
}
