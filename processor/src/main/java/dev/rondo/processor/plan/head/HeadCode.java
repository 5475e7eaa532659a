package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.plan.input.TextCode;
import java.util.List;

/** How a network computes one kind of output. */
public sealed interface HeadCode permits AnswerCode, NextTokenCode, TranslatedCode {
  /**
   * Returns the code for outputs of a kind.
   *
   * @param predictor of the model
   * @param hidden simple names that mean something else in generated code
   */
  static HeadCode of(Head kind, ClassName predictor, List<String> hidden) {
    if (kind instanceof Head.NextToken) {
      return new NextTokenCode();
    }
    if (kind instanceof Head.Translated translated) {
      return new TranslatedCode(
          new TextCode(translated.codec()), translated.vocabulary(), translated.search());
    }
    if (kind instanceof Head.Transcript transcript) {
      return new TranscriptCode(transcript);
    }
    if (kind instanceof Head.Forecast forecast) {
      return new ForecastCode(
          forecast,
          predictor,
          Code.type(forecast.record(), hidden),
          forecast.answer().map(answer -> Code.type(answer, hidden)));
    }
    if (kind instanceof Head.Ordinary ordinary) {
      return new AnomalyCode(ordinary, predictor, Code.type(ordinary.record(), hidden));
    }
    if (kind instanceof Head.EnumClass classes) {
      return new EnumCode(classes.type(), hidden);
    }
    if (kind instanceof Head.SeenClass seen) {
      return new SeenClassCode(seen.type());
    }
    if (kind instanceof Head.Labels labels) {
      return new LabelsCode(labels.type(), hidden);
    }
    if (kind instanceof Head.Number number) {
      return new NumberCode(number);
    }
    return kind instanceof Head.Numbers numbers
        ? new NumbersCode(numbers)
        : new BooleanCode(((Head.YesNo) kind).boxed());
  }

  /** Returns what a model file says of it. */
  String signature();

  /** Returns what Javadoc says of the scores: what they are of. */
  String scores();

  /** Returns how scores become probabilities. */
  String link();

  /** Returns the sizes that only the runtime knows, beside those of the inputs' vocabularies. */
  List<Size> sizes(String output);

  /** Returns the settings of the trainer that it is learned by. */
  default List<Setting> settings() {
    return List.of();
  }
}
