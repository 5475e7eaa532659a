package demo;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

/** A method with type arguments filled in, a superfluous equals, and a close of its own. */
@SequenceModel
@Text(tokens = Tokens.CHARACTERS, vocabulary = 200)
@Embedding(size = 8)
@GRU(units = {6, 4}, direction = Direction.BIDIRECTIONAL, dropout = 0.1)
@Dense(hidden = {5, 3})
interface Inherited extends Classifier<String, Prediction<Weekday>>, AutoCloseable {
  @Override
  boolean equals(Object other);

  @Override
  void close();

  static Inherited load() {
    return InheritedPredictor.load(java.nio.file.Path.of("model.rondo"));
  }
}

interface Classifier<I, O> {
  O classify(I input);

  default O classifyTwice(I input) {
    classify(input);
    return classify(input);
  }
}

enum Weekday { WORKDAY, WEEKEND }
