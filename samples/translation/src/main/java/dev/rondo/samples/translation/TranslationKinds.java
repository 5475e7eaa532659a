package dev.rondo.samples.translation;

import dev.rondo.runtime.store.ModelReader;
import dev.rondo.samples.common.SampleFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The models that the sample has. */
final class TranslationKinds {
  /** {@link SmallTranslator}. */
  static final TranslationKind<?, ?, ?> SMALL =
      new TranslationKind<>(
          "small",
          "SmallTranslator",
          SmallTranslatorTrainer::create,
          SmallTranslatorExample::new,
          SmallTranslatorPredictor::save,
          SmallTranslatorPredictor::load,
          TranslationModel::of);

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

  private static final List<TranslationKind<?, ?, ?>> ALL = List.of(SMALL, WORDS, SUBWORDS);

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
                    "--load: \"%s\" holds the model %s, expected %s"
                        .formatted(file, model, choices(TranslationKind::model))));
  }

  private static String choices(Function<TranslationKind<?, ?, ?>, String> part) {
    return ALL.stream().map(part).collect(Collectors.joining(" or "));
  }

  /** Finds a model by its name. */
  static final class Converter implements ITypeConverter<TranslationKind<?, ?, ?>> {
    @Override
    public TranslationKind<?, ?, ?> convert(String value) {
      return ALL.stream()
          .filter(kind -> kind.name().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "found \"%s\", expected %s"
                          .formatted(value, choices(TranslationKind::name))));
    }
  }
}
