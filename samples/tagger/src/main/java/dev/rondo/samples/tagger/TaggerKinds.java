package dev.rondo.samples.tagger;

import dev.rondo.runtime.store.ModelReader;
import dev.rondo.samples.common.SampleFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The models that the sample has. */
final class TaggerKinds {
  /** Words seen less often train what unknown ones are read as. */
  private static final int RARE = 2;

  /** {@link WordTagger}. */
  static final TaggerKind<?, ?, ?> WORDS =
      new TaggerKind<>(
          "words",
          "WordTagger",
          () ->
              WordTaggerTrainer.create()
                  .wordsMinFrequency(RARE)
                  .stopBy(WordTaggerTrainer.Metric.ACCURACY),
          WordTaggerExample::new,
          WordTaggerPredictor::save,
          WordTaggerPredictor::load,
          TaggerModel::of);

  private static final List<TaggerKind<?, ?, ?>> ALL = List.of(WORDS);

  private TaggerKinds() {}

  /**
   * Returns which of the models a file holds.
   *
   * @throws SampleFailure if it is none of them
   * @throws dev.rondo.runtime.store.ModelFileException if it is no model file
   */
  static TaggerKind<?, ?, ?> of(Path file) {
    String model = ModelReader.modelName(file);
    return ALL.stream()
        .filter(kind -> kind.model().equals(model))
        .findFirst()
        .orElseThrow(
            () ->
                SampleFailure.of(
                    "--load: \"%s\" holds the model %s, expected %s"
                        .formatted(file, model, choices(TaggerKind::model))));
  }

  private static String choices(Function<TaggerKind<?, ?, ?>, String> part) {
    return ALL.stream().map(part).collect(Collectors.joining(" or "));
  }

  /** Finds a model by its name. */
  static final class Converter implements ITypeConverter<TaggerKind<?, ?, ?>> {
    @Override
    public TaggerKind<?, ?, ?> convert(String value) {
      return ALL.stream()
          .filter(kind -> kind.name().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "found \"%s\", expected %s".formatted(value, choices(TaggerKind::name))));
    }
  }
}
