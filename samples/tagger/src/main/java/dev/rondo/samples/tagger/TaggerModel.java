package dev.rondo.samples.tagger;

import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.TrainingHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the sample needs of a trained model, whichever it is.
 *
 * @param tagger tags sentences, many at once
 * @param test compares its tags with the right ones
 * @param history how the model was trained
 * @param save writes the model to a file
 * @param freeing frees the memory
 */
record TaggerModel(
    UnaryOperator<List<List<String>>> tagger,
    Function<List<Tagged>, Evaluation> test,
    TrainingHistory history,
    Consumer<Path> save,
    Runnable freeing)
    implements AutoCloseable {
  /** Returns the tags of one sentence. */
  List<String> tag(List<String> words) {
    return tagger.apply(List.of(words)).get(0);
  }

  /** Returns the tags of many sentences, which is faster than one by one. */
  List<List<String>> tagAll(List<List<String>> sentences) {
    return tagger.apply(sentences);
  }

  @Override
  public void close() {
    freeing.run();
  }
}
