package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.Prediction;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.ClassCode;
import dev.rondo.processor.plan.input.InputCode;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.Calibration;
import dev.rondo.processor.plan.type.PredictorClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the predictor of a model that learns from examples, with one class for one sequence of
 * tokens: it hands its calls to a classifier of the runtime.
 */
final class ExamplesPredictor {
  private static final String CLASSIFIER = "classifier";
  private static final String EXAMPLES = "examples";

  private final ModelParts parts;
  private final GeneratedClasses classes;
  private final PredictorClass predictor;
  private final CodeBlock remark;
  private final InputCode input;
  private final ClassCode answer;
  private final String parameter;
  private final String inputs;
  private final String decoder;
  private final boolean scoredItself;

  ExamplesPredictor(ModelParts parts, Optional<String> noSession) {
    this.parts = parts;
    this.classes = parts.classes();
    this.predictor = new PredictorClass(parts, List.of(CLASSIFIER, EXAMPLES), noSession.isEmpty());
    this.remark =
        noSession
            .map(reason -> CodeBlock.of("\n<p>There is no session: $L.\n", reason))
            .orElse(CodeBlock.of(""));
    this.input = parts.input().code();
    this.answer = parts.output().answeringClass().orElseThrow();
    this.parameter = predictor.names().ofModel(parts.input().name());
    this.inputs = predictor.names().ofModel(Code.plural(parts.input().name()));
    this.decoder = predictor.names().ofModel(parts.output().name());
    this.scoredItself = parts.output().output().scored();
  }

  ClassPlan plan() {
    List<Member> answers = new ArrayList<>();
    if (!scoredItself) {
      answers.add(answer());
    }
    answers.add(scored());
    if (!scoredItself) {
      answers.add(answerAll());
    }
    answers.add(allScored());
    if (!scoredItself) {
      answers.add(streamed());
    }
    answers.add(streamedScored());
    answers.add(evaluate());
    answers.add(PredictorClass.serving(CodeBlock.of("$N.serving()", name(CLASSIFIER))));
    return predictor.plan(
        new PredictorClass.Own(
            CodeBlock.of("Answers {@link $T}", classes.model()),
            remark,
            false,
            List.of(),
            List.of(classifier()),
            answers,
            List.of()));
  }

  /** Returns the name of the field that answers. */
  static String classifier(ModelParts parts) {
    return PredictorClass.names(parts).withLocals(List.of(CLASSIFIER)).get(CLASSIFIER);
  }

  private String name(String wanted) {
    return predictor.names().get(wanted);
  }

  private String method() {
    return parts.signature().method();
  }

  private String scoredName() {
    return scoredItself ? method() : method() + "Scored";
  }

  private String allScoredName() {
    return scoredItself ? method() + "All" : method() + "AllScored";
  }

  private PredictorClass.Helper classifier() {
    return new PredictorClass.Helper(
        ParameterizedTypeName.get(
            RuntimeTypes.TOKEN_CLASSIFIER, input.type(), classes.example(), answer.boxed()),
        name(CLASSIFIER),
        CodeBlock.of(
            "new $T<>($N.inference($N), $L, $N)",
            RuntimeTypes.TOKEN_CLASSIFIER,
            name(PredictorClass.NETWORK),
            name(PredictorClass.HOST),
            input.tokenEncoder(parameter),
            decoder),
        true);
  }

  private Member answer() {
    return Member.overriding(method())
        .returns(answer.type())
        .parameter(input.type(), parameter)
        .varargs(parts.signature().varargs())
        .statement("return $N($N).value()", scoredName(), parameter)
        .build();
  }

  private Member scored() {
    Member.Builder scored =
        scoredItself ? Member.overriding(scoredName()) : Member.publicly(scoredName());
    if (!scoredItself) {
      scored
          .doc(
              "Like {@link $T#$L}, with the probability of every answer.\n\n",
              classes.model(),
              classes.method())
          .fails(IllegalArgumentException.class, "if the input is null")
          .fails(IllegalStateException.class, "after {@link #close()}");
    }
    return scored
        .returns(prediction())
        .parameter(input.type(), parameter)
        .varargs(parts.signature().varargs())
        .statement("return $N.prediction($L)", name(CLASSIFIER), input.checked(parameter))
        .build();
  }

  private Member answerAll() {
    return all(method() + "All", answer.boxed(), "Answers several inputs at once, which is faster.")
        .statement("return $1N.answers($2N, $2S)", name(CLASSIFIER), inputs)
        .build();
  }

  private Member allScored() {
    String summary =
        scoredItself
            ? "Answers several inputs at once, which is faster."
            : "Answers several inputs at once, with the probability of every answer.";
    return all(allScoredName(), prediction(), summary)
        .statement("return $1N.predictions($2N, $2S)", name(CLASSIFIER), inputs)
        .build();
  }

  private Member.Builder all(String method, TypeName answers, String summary) {
    return Member.publicly(method)
        .doc("$L\n\n", summary)
        .doc("@return the answers in the order of the inputs\n")
        .fails(IllegalArgumentException.class, "if an input is null")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(Code.listOf(answers))
        .parameter(Code.listOf(input.type()), inputs);
  }

  private Member streamed() {
    return stream(method() + "All", answer.boxed(), "Answers any number of inputs")
        .statement("return $N.answers($N)", name(CLASSIFIER), inputs)
        .build();
  }

  private Member streamedScored() {
    String summary =
        scoredItself
            ? "Answers any number of inputs"
            : "Answers any number of inputs, with the probability of every answer";
    return stream(allScoredName(), prediction(), summary)
        .statement("return $N.predictions($N)", name(CLASSIFIER), inputs)
        .build();
  }

  private Member.Builder stream(String method, TypeName answers, String summary) {
    return Member.publicly(method)
        .doc("$L, of which few are in memory at once.\n\n", summary)
        .doc("@param $N closed with the answers\n", inputs)
        .doc("@return the answers in the order of the inputs, computed as they are asked for\n")
        .returns(Code.streamOf(answers))
        .parameter(Code.streamOf(input.type()), inputs);
  }

  private Member evaluate() {
    return Member.publicly("evaluate")
        .doc("Compares the answers with those that examples expect.\n\n")
        .fails(IllegalArgumentException.class, "if there is no example, or one is null")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(RuntimeTypes.EVALUATION)
        .parameter(Code.iterableOf(classes.example()), name(EXAMPLES))
        .statement("return $N.evaluation($N)", name(CLASSIFIER), name(EXAMPLES))
        .build();
  }

  /** Returns how probabilities are fitted to examples, for trainer and predictor. */
  static Calibration calibration(ModelParts parts, String codec) {
    TypeName answer = parts.output().answeringClass().orElseThrow().boxed();
    return new Calibration(
        parts.classes(),
        List.of(
            new Calibration.Fitted(
                parts.output().name(),
                Code.generic(RuntimeTypes.TEMPERATURE_FIT, answer),
                CodeBlock.of("$T.of($N)", RuntimeTypes.TEMPERATURE_FIT, codec))));
  }

  private TypeName prediction() {
    return Code.generic(ClassName.get(Prediction.class), answer.boxed());
  }
}
