package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import java.util.ArrayList;
import java.util.List;

/** Plans the predictor of a model that translates. */
final class TranslationPredictor {
  private static final TypeName STRING = ClassName.get(String.class);

  private static final String SEARCH = "DECODING";
  private static final String TRANSLATOR = "translator";
  private static final String EVALUATOR = "evaluator";
  private static final String DECODING = "decoding";
  private static final String EXAMPLES = "examples";

  private final ModelParts parts;
  private final GeneratedClasses classes;
  private final PredictorClass predictor;
  private final Head.Search search;
  private final String method;
  private final String input;
  private final String inputs;

  TranslationPredictor(ModelParts parts) {
    this.parts = parts;
    this.classes = parts.classes();
    this.predictor =
        new PredictorClass(
            parts, List.of(SEARCH, TRANSLATOR, EVALUATOR, DECODING, EXAMPLES), false);
    this.search = parts.output().translated().orElseThrow().search();
    this.method = parts.signature().method();
    this.input = predictor.names().ofModel(parts.input().name());
    this.inputs = predictor.names().ofModel(Code.plural(parts.input().name()));
  }

  ClassPlan plan() {
    List<Member> answers = new ArrayList<>(translations());
    answers.add(evaluate());
    answers.add(evaluateBy());
    answers.add(predictor.answering(name(TRANSLATOR)));
    answers.add(evaluateGreedily());
    return predictor.plan(
        new PredictorClass.Own(
            CodeBlock.of("Translates for {@link $T}", classes.model()),
            CodeBlock.of(""),
            false,
            List.of(searchConstant()),
            List.of(
                helper(TRANSLATOR, RuntimeTypes.TEXT_TRANSLATOR, CodeBlock.of("")),
                helper(
                    EVALUATOR,
                    RuntimeTypes.TRANSLATION_EVALUATOR,
                    CodeBlock.of(", $N", name(TRANSLATOR)))),
            answers,
            List.of()));
  }

  private String name(String wanted) {
    return predictor.names().get(wanted);
  }

  private PredictorClass.Helper helper(String wanted, ClassName type, CodeBlock further) {
    return new PredictorClass.Helper(
        type,
        name(wanted),
        CodeBlock.of(
            "new $T($N, $N, $N, $N$L)",
            type,
            name(PredictorClass.HOST),
            name(PredictorClass.NETWORK),
            input,
            predictor
                .names()
                .ofModel(parts.owner(parts.output().translated().orElseThrow().vocabulary())),
            further));
  }

  private List<Member> translations() {
    Parameter one = Parameter.of(STRING, input);
    Parameter several = Parameter.of(Code.listOf(STRING), inputs);
    CodeBlock scored =
        CodeBlock.of(
            "Translates a text; gives the best translations with scores and what they attended"
                + " to.");
    CodeBlock all = CodeBlock.of("Translates several texts at once, which is faster.");
    CodeBlock allScored =
        CodeBlock.of(
            "Like {@link #$L($T)}, for several texts at once, which is faster.",
            method + "Scored",
            STRING);
    TypeName translation = RuntimeTypes.TRANSLATION;
    List<Member> methods = new ArrayList<>();
    methods.add(usual(Member.overriding(method).returns(STRING).parameter(one), method, one));
    methods.add(wanted("", STRING, one));
    methods.add(usual("Scored", scored, translation, one));
    methods.add(wanted("Scored", translation, one));
    methods.add(usual("All", all, Code.listOf(STRING), several));
    methods.add(wanted("All", Code.listOf(STRING), several));
    methods.add(usual("AllScored", allScored, Code.listOf(translation), several));
    methods.add(wanted("AllScored", Code.listOf(translation), several));
    return methods;
  }

  /** Returns a method that searches as the annotation says. */
  private Member usual(String suffix, CodeBlock summary, TypeName returned, Parameter given) {
    String name = method + suffix;
    return usual(documented(name, summary, returned, given), name, given);
  }

  private Member usual(Member.Builder usual, String name, Parameter given) {
    return usual
        .statement("return $L($N, $N)", Code.callee(name), given.name(), name(SEARCH))
        .build();
  }

  /** Returns a method that is told how to search. */
  private Member wanted(String suffix, TypeName returned, Parameter given) {
    String name = method + suffix;
    String decoding = name(DECODING);
    return documented(name, searchingAsWanted(name, given), returned, given)
        .parameter(RuntimeTypes.DECODING, decoding)
        .statement(
            "return $N.translate$L(\n$T.$L($N, $S), $N)",
            name(TRANSLATOR),
            suffix,
            RuntimeTypes.ARGUMENTS,
            given.type().equals(STRING) ? "notNull" : "copyOf",
            given.name(),
            given.name(),
            decoding)
        .build();
  }

  private static CodeBlock searchingAsWanted(String method, Parameter given) {
    TypeName type =
        given.type() instanceof ParameterizedTypeName generic ? generic.rawType() : given.type();
    return CodeBlock.of("Like {@link #$L($T)}, searching as wanted.", method, type);
  }

  private static Member.Builder documented(
      String method, CodeBlock summary, TypeName returned, Parameter given) {
    Member.Builder documented = Member.publicly(method).doc("$L\n\n", summary).returns(returned);
    if (!given.type().equals(STRING)) {
      documented.doc("@return the translations in the order of the texts\n");
    }
    return documented
        .fails(IllegalArgumentException.class, "if an argument is null")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .parameter(given);
  }

  private Member evaluate() {
    return evaluating(
            CodeBlock.of(
                "Compares translations with those expected; examples of one text are several right"
                    + " answers."))
        .statement("return evaluate($N, $N)", name(EXAMPLES), name(SEARCH))
        .build();
  }

  private Member evaluateBy() {
    String decoding = name(DECODING);
    return evaluating(searchingAsWanted("evaluate", examples()))
        .parameter(RuntimeTypes.DECODING, decoding)
        .statement(
            "return $1N.evaluate(\n$2N,\n$3T::$4N,\n$3T::$5N,\n$6N -> $7N.translateAll($6N, $8N))",
            name(EVALUATOR),
            name(EXAMPLES),
            classes.example(),
            parts.input().name(),
            parts.output().name(),
            inputs,
            name(TRANSLATOR),
            decoding)
        .build();
  }

  private Member evaluateGreedily() {
    return Member.method("evaluateGreedily", Access.PACKAGE)
        .doc("Evaluates after each epoch, without a beam, which is fast.\n")
        .returns(RuntimeTypes.TRANSLATION_EVALUATION)
        .parameter(examples())
        .statement(
            "return evaluate($N, $T.greedy()$L)", name(EXAMPLES), RuntimeTypes.DECODING, length())
        .build();
  }

  private Member.Builder evaluating(CodeBlock summary) {
    return Member.publicly("evaluate")
        .doc("$L\n\n", summary)
        .fails(IllegalArgumentException.class, "if there is no example, or an argument is null")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(RuntimeTypes.TRANSLATION_EVALUATION)
        .parameter(examples());
  }

  private Parameter examples() {
    return Parameter.of(Code.iterableOf(classes.example()), name(EXAMPLES));
  }

  private Field searchConstant() {
    return Field.constant(
        RuntimeTypes.DECODING,
        name(SEARCH),
        CodeBlock.of(
            "$T.beam($L).lengthPenalty($L)$L",
            RuntimeTypes.DECODING,
            search.beam(),
            Code.number(search.lengthPenalty()),
            length()));
  }

  private CodeBlock length() {
    return CodeBlock.of(
        ".maximumLength($L, $L)",
        Code.number(search.maxLengthFactor()),
        Code.number(search.maxLengthExtra()));
  }
}
