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
  /** {@link WordTagger}; words seen once train what unknown ones are read as. */
  static final TaggerKind<?, ?, ?> WORDS =
      new TaggerKind<>(
          "words",
          "WordTagger",
          names ->
              WordTaggerTrainer.create()
                  .wordsMinFrequency(2)
                  .stopBy(
                      names ? WordTaggerTrainer.Metric.SPAN_F1 : WordTaggerTrainer.Metric.ACCURACY),
          TaggerKinds::wordsExample,
          WordTaggerPredictor::save,
          WordTaggerPredictor::load,
          it ->
              new TaggerModel(
                  it::tagAll,
                  test -> it.evaluate(test.stream().map(TaggerKinds::wordsExample).toList()),
                  it.history(),
                  it::save,
                  it::close));

  /** {@link CharacterTagger}, with averages of the weights, which answer better than the last. */
  static final TaggerKind<?, ?, ?> CHARACTERS =
      new TaggerKind<>(
          "characters",
          "CharacterTagger",
          names ->
              CharacterTaggerTrainer.create()
                  .averageWeights(0.999)
                  .stopBy(
                      names
                          ? CharacterTaggerTrainer.Metric.SPAN_F1
                          : CharacterTaggerTrainer.Metric.ACCURACY),
          TaggerKinds::charactersExample,
          CharacterTaggerPredictor::save,
          CharacterTaggerPredictor::load,
          it ->
              new TaggerModel(
                  it::tagAll,
                  test -> it.evaluate(test.stream().map(TaggerKinds::charactersExample).toList()),
                  it.history(),
                  it::save,
                  it::close));

  /** {@link CrfTagger}, the best of them, with averages, too. */
  static final TaggerKind<?, ?, ?> CRF =
      new TaggerKind<>(
          "crf",
          "CrfTagger",
          names ->
              CrfTaggerTrainer.create()
                  .averageWeights(0.999)
                  .stopBy(
                      names ? CrfTaggerTrainer.Metric.SPAN_F1 : CrfTaggerTrainer.Metric.ACCURACY),
          TaggerKinds::crfExample,
          CrfTaggerPredictor::save,
          CrfTaggerPredictor::load,
          it ->
              new TaggerModel(
                  it::tagAll,
                  test -> it.evaluate(test.stream().map(TaggerKinds::crfExample).toList()),
                  it.history(),
                  it::save,
                  it::close));

  private static final List<TaggerKind<?, ?, ?>> ALL = List.of(WORDS, CHARACTERS, CRF);

  private TaggerKinds() {}

  private static WordTaggerExample wordsExample(Tagged sentence) {
    return new WordTaggerExample(sentence.words(), sentence.tags());
  }

  private static CharacterTaggerExample charactersExample(Tagged sentence) {
    return new CharacterTaggerExample(sentence.words(), sentence.tags());
  }

  private static CrfTaggerExample crfExample(Tagged sentence) {
    return new CrfTaggerExample(sentence.words(), sentence.tags());
  }

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
