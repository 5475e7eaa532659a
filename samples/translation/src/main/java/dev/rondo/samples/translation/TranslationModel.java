package dev.rondo.samples.translation;

import dev.rondo.runtime.decode.Decoding;
import dev.rondo.runtime.decode.Translation;
import dev.rondo.runtime.train.TrainingHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the sample needs of a trained model, whichever it is. */
interface TranslationModel extends AutoCloseable {
  /** Translates a sentence; the result says what each token was read from. */
  Translation translate(String sentence, Decoding decoding);

  /** Translates sentences, which is faster than one by one. */
  List<String> translateAll(List<String> sentences, Decoding decoding);

  /** Returns how the model was trained. */
  TrainingHistory history();

  /** Writes the model to a file. */
  void save(Path file);

  @Override
  void close();

  /** Returns the model with few weights. */
  static TranslationModel of(SmallTranslatorPredictor model) {
    return new Generated(
        model::translateScored, model::translateAll, model::history, model::save, model::close);
  }

  /** Returns a model of words. */
  static TranslationModel of(TranslatorPredictor model) {
    return new Generated(
        model::translateScored, model::translateAll, model::history, model::save, model::close);
  }

  /** Returns a model of subwords. */
  static TranslationModel of(SubwordTranslatorPredictor model) {
    return new Generated(
        model::translateScored, model::translateAll, model::history, model::save, model::close);
  }

  /** The methods of a generated predictor; predictors have no type in common. */
  record Generated(
      BiFunction<String, Decoding, Translation> one,
      BiFunction<List<String>, Decoding, List<String>> many,
      Supplier<TrainingHistory> past,
      Consumer<Path> saving,
      Runnable freeing)
      implements TranslationModel {
    @Override
    public Translation translate(String sentence, Decoding decoding) {
      return one.apply(sentence, decoding);
    }

    @Override
    public List<String> translateAll(List<String> sentences, Decoding decoding) {
      return many.apply(sentences, decoding);
    }

    @Override
    public TrainingHistory history() {
      return past.get();
    }

    @Override
    public void save(Path file) {
      saving.accept(file);
    }

    @Override
    public void close() {
      freeing.run();
    }
  }
}
