package dev.rondo.processor.check;

import dev.rondo.processor.check.layer.ConvolutionRule;
import dev.rondo.processor.check.layer.FeedbackRule;
import dev.rondo.processor.check.layer.FitRule;
import dev.rondo.processor.check.layer.ForgetBiasRule;
import dev.rondo.processor.check.layer.LookUpRule;
import dev.rondo.processor.check.layer.OutputLayerRule;
import dev.rondo.processor.check.layer.PictureConvolutionRule;
import dev.rondo.processor.check.layer.RateRule;
import dev.rondo.processor.check.layer.RecurrentActivationRule;
import dev.rondo.processor.check.layer.RecurrentLayerRule;
import dev.rondo.processor.check.layer.SharedShapesRule;
import dev.rondo.processor.check.layer.SizeRule;
import dev.rondo.processor.check.layer.SlowPathRule;
import dev.rondo.processor.check.layer.TiedWeightsRule;
import dev.rondo.processor.check.layer.WeightsRule;
import dev.rondo.processor.check.model.CompositionRule;
import dev.rondo.processor.check.model.GeneratedNameRule;
import dev.rondo.processor.check.model.InputCountRule;
import dev.rondo.processor.check.model.InputNameRule;
import dev.rondo.processor.check.model.InterfaceRule;
import dev.rondo.processor.check.model.MethodRule;
import dev.rondo.processor.check.model.OutputNameRule;
import dev.rondo.processor.check.model.StoredNameRule;
import dev.rondo.processor.check.model.TrainingContradictionRule;
import dev.rondo.processor.check.model.TrainingRangeRule;
import dev.rondo.processor.check.model.UserTypeRule;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.task.AnomalyRule;
import dev.rondo.processor.check.task.AttentionFitRule;
import dev.rondo.processor.check.task.AttentionRule;
import dev.rondo.processor.check.task.DecoderRule;
import dev.rondo.processor.check.task.EncoderRule;
import dev.rondo.processor.check.task.ForecastRule;
import dev.rondo.processor.check.task.LanguageModelRule;
import dev.rondo.processor.check.task.SeriesConstantsRule;
import dev.rondo.processor.check.task.SharedVocabularyRule;
import dev.rondo.processor.check.task.TimeAxisRule;
import dev.rondo.processor.check.task.TranslationTaskRule;
import dev.rondo.processor.check.task.WrittenTokensRule;
import dev.rondo.processor.check.task.WrittenWordsRule;
import dev.rondo.processor.check.type.AnswerOfStepsRule;
import dev.rondo.processor.check.type.AudioRule;
import dev.rondo.processor.check.type.CalendarRule;
import dev.rondo.processor.check.type.CharactersRule;
import dev.rondo.processor.check.type.CrfRule;
import dev.rondo.processor.check.type.CtcRule;
import dev.rondo.processor.check.type.FillRule;
import dev.rondo.processor.check.type.ImageRule;
import dev.rondo.processor.check.type.InputTypeRule;
import dev.rondo.processor.check.type.LossRule;
import dev.rondo.processor.check.type.MaxLengthRule;
import dev.rondo.processor.check.type.MissingValueRule;
import dev.rondo.processor.check.type.NullableRule;
import dev.rondo.processor.check.type.NumberArrayRule;
import dev.rondo.processor.check.type.OneFeatureRule;
import dev.rondo.processor.check.type.OutputTypeRule;
import dev.rondo.processor.check.type.RecordRule;
import dev.rondo.processor.check.type.SequenceRule;
import dev.rondo.processor.check.type.SymbolRule;
import dev.rondo.processor.check.type.TextPlaceRule;
import dev.rondo.processor.check.type.TextValueRule;
import dev.rondo.processor.check.type.UnreadAnnotationRule;
import dev.rondo.processor.check.type.WindowScaleRule;
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
          new StoredNameRule(),
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
          new AudioRule(),
          new ImageRule(),
          new FillRule(),
          new LossRule(),
          new CrfRule(),
          new CtcRule(),
          new AnswerOfStepsRule(),
          new TextPlaceRule(),
          new TextValueRule(),
          new CharactersRule(),
          new MaxLengthRule(),
          new CompositionRule(),
          new MissingValueRule(),
          new SizeRule(),
          new RateRule(),
          new RecurrentActivationRule(),
          new ForgetBiasRule(),
          new FeedbackRule(),
          new FitRule(),
          new ConvolutionRule(),
          new PictureConvolutionRule(),
          new LookUpRule(),
          new OneFeatureRule(),
          new RecurrentLayerRule(),
          new OutputLayerRule(),
          new WeightsRule(),
          new SharedShapesRule(),
          new ForecastRule(),
          new SeriesConstantsRule(),
          new AnomalyRule(),
          new TimeAxisRule(),
          new WindowScaleRule(),
          new LanguageModelRule(),
          new TranslationTaskRule(),
          new EncoderRule(),
          new DecoderRule(),
          new WrittenTokensRule(),
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
