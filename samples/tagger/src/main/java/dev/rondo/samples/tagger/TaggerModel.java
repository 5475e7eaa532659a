package dev.rondo.samples.tagger;

import dev.rondo.runtime.train.TrainingHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What the sample needs of a trained model, whichever it is.
 *
 * @param tagger tags sentences, many at once
 * @param history how the model was trained
 * @param save writes the model to a file
 * @param freeing frees the memory
 */
record TaggerModel(
    UnaryOperator<List<List<String>>> tagger,
    TrainingHistory history,
    Consumer<Path> save,
    Runnable freeing)
    implements AutoCloseable {
  /** Returns a model that knows words. */
  static TaggerModel of(WordTaggerPredictor model) {
    return new TaggerModel(model::tagAll, model.history(), model::save, model::close);
  }

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
