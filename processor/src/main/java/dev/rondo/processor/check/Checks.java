package dev.rondo.processor.check;

import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Severity;
import dev.rondo.processor.graph.GeneratedApi;
import dev.rondo.processor.graph.build.Expansion;
import dev.rondo.processor.shape.ShapedModel;
import dev.rondo.processor.shape.Shaping;
import java.util.List;
import java.util.Optional;

/** All rules, in the order in which their errors are shown. */
public final class Checks {
  private static final List<Rule> RULES =
      List.of(
          new InterfaceRule(),
          new MethodRule(),
          new InputCountRule(),
          new InputNameRule(),
          new GeneratedNameRule(),
          new InputTypeRule(),
          new SequenceRule(),
          new NumberArrayRule(),
          new NullableRule(),
          new OutputTypeRule(),
          new OutputNameRule(),
          new RecordRule(),
          new UserTypeRule(),
          new SymbolRule(),
          new UnreadAnnotationRule(),
          new CalendarRule(),
          new FillRule(),
          new LossRule(),
          new AnswerOfStepsRule(),
          new TextPlaceRule(),
          new TextValueRule(),
          new CharactersRule(),
          new CompositionRule(),
          new MissingValueRule(),
          new SizeRule(),
          new RateRule(),
          new RecurrentActivationRule(),
          new ForgetBiasRule(),
          new FeedbackRule(),
          new FitRule(),
          new LookUpRule(),
          new OneFeatureRule(),
          new RecurrentLayerRule(),
          new OutputLayerRule(),
          new WeightsRule(),
          new SharedShapesRule(),
          new LanguageModelRule(),
          new TranslationTaskRule(),
          new EncoderRule(),
          new DecoderRule(),
          new AttentionRule(),
          new AttentionFitRule(),
          new SharedVocabularyRule(),
          new TiedWeightsRule(),
          new TrainingRangeRule(),
          new TrainingContradictionRule());

  private Checks() {}

  /**
   * Checks a model.
   *
   * @param model what the user wrote
   * @param shaping its graph, and as much of its shapes as is known
   * @param api the names that its generated classes take
   * @param slowPath how much it matters that a layer is computed step by step
   * @return the model to be generated; none if there are errors
   */
  public static Optional<ShapedModel> check(
      DeclaredModel model,
      Shaping shaping,
      GeneratedApi api,
      Severity slowPath,
      Diagnostics diagnostics) {
    Subject subject = new Subject(model, Expansion.of(model), shaping, api);
    RULES.forEach(rule -> rule.check(subject, diagnostics));
    if (!diagnostics.hasErrors()) {
      new SlowPathRule(slowPath).check(subject, diagnostics);
      new WrittenWordsRule().check(subject, diagnostics);
    }
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(shaping.complete());
  }
}
