package dev.rondo.samples.translation;

import dev.rondo.runtime.store.ModelReader;
import dev.rondo.samples.common.SampleFailure;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The models that the sample has. */
final class TranslationKinds {
  /** {@link Translator}. */
  static final TranslationKind<?, ?, ?> WORDS =
      new TranslationKind<>(
          "words",
          "Translator",
          TranslatorTrainer::create,
          TranslatorExample::new,
          TranslatorPredictor::save,
          TranslatorPredictor::load,
          TranslationModel::of);

  /** {@link SubwordTranslator}. */
  static final TranslationKind<?, ?, ?> SUBWORDS =
      new TranslationKind<>(
          "subwords",
          "SubwordTranslator",
          SubwordTranslatorTrainer::create,
          SubwordTranslatorExample::new,
          SubwordTranslatorPredictor::save,
          SubwordTranslatorPredictor::load,
          TranslationModel::of);

  private static final List<TranslationKind<?, ?, ?>> ALL = List.of(WORDS, SUBWORDS);

  private TranslationKinds() {}

  /**
   * Returns which of the models a file holds.
   *
   * @throws SampleFailure if it is none of them
   * @throws dev.rondo.runtime.store.ModelFileException if it is no model file
   */
  static TranslationKind<?, ?, ?> of(Path file) {
    String model = ModelReader.modelName(file);
    return ALL.stream()
        .filter(kind -> kind.model().equals(model))
        .findFirst()
        .orElseThrow(
            () ->
                SampleFailure.of(
                    "--load: \"%s\" holds the model %s, expected %s or %s"
                        .formatted(file, model, WORDS.model(), SUBWORDS.model())));
  }

  /** Finds a model by what it reads. */
  static final class Converter implements ITypeConverter<TranslationKind<?, ?, ?>> {
    @Override
    public TranslationKind<?, ?, ?> convert(String value) {
      return ALL.stream()
          .filter(kind -> kind.tokens().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "found \"%s\", expected %s or %s"
                          .formatted(value, WORDS.tokens(), SUBWORDS.tokens())));
    }
  }
}
