package dev.rondo.samples.translation;

import dev.rondo.runtime.decode.Decoding;
import dev.rondo.runtime.decode.Translation;
import dev.rondo.runtime.train.TrainingHistory;
import java.util.List;

/** What the sample needs of a trained model, whichever it is. */
interface TranslationModel extends AutoCloseable {
  /** Translates a sentence; the result says what each token was read from. */
  Translation translate(String sentence, Decoding decoding);

  /** Translates sentences, which is faster than one by one. */
  List<String> translateAll(List<String> sentences, Decoding decoding);

  /** Returns how the model was trained. */
  TrainingHistory history();

  @Override
  void close();

  /** Returns the model with few weights. */
  static TranslationModel of(SmallTranslatorPredictor predictor) {
    return new TranslationModel() {
      @Override
      public Translation translate(String sentence, Decoding decoding) {
        return predictor.translateScored(sentence, decoding);
      }

      @Override
      public List<String> translateAll(List<String> sentences, Decoding decoding) {
        return predictor.translateAll(sentences, decoding);
      }

      @Override
      public TrainingHistory history() {
        return predictor.history();
      }

      @Override
      public void close() {
        predictor.close();
      }
    };
  }

  /** Returns a model of words. */
  static TranslationModel of(TranslatorPredictor predictor) {
    return new TranslationModel() {
      @Override
      public Translation translate(String sentence, Decoding decoding) {
        return predictor.translateScored(sentence, decoding);
      }

      @Override
      public List<String> translateAll(List<String> sentences, Decoding decoding) {
        return predictor.translateAll(sentences, decoding);
      }

      @Override
      public TrainingHistory history() {
        return predictor.history();
      }

      @Override
      public void close() {
        predictor.close();
      }
    };
  }

  /** Returns a model of subwords. */
  static TranslationModel of(SubwordTranslatorPredictor predictor) {
    return new TranslationModel() {
      @Override
      public Translation translate(String sentence, Decoding decoding) {
        return predictor.translateScored(sentence, decoding);
      }

      @Override
      public List<String> translateAll(List<String> sentences, Decoding decoding) {
        return predictor.translateAll(sentences, decoding);
      }

      @Override
      public TrainingHistory history() {
        return predictor.history();
      }

      @Override
      public void close() {
        predictor.close();
      }
    };
  }
}
