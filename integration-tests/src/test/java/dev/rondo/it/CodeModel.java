package dev.rondo.it;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.layer.Recurrent;

/**
 * Characters, attention over the steps, a prediction as the answer; nested, composed,
 * package-private.
 */
final class CodeModel {
  private CodeModel() {}

  /** A composed annotation. */
  @Embedding(size = 6)
  @Recurrent(units = 8)
  @interface Reader {}

  enum Kind {
    DIGITS,
    LETTERS
  }

  @SequenceModel
  @Pool(Pooling.ATTENTION)
  @Dense
  @Training(learningRate = 0.02, epochs = 8, batchSize = 16)
  interface Classifier {
    Prediction<Kind> classify(
        @Text(tokens = Tokens.CHARACTERS, lowercase = false) @Reader String code);
  }
}
