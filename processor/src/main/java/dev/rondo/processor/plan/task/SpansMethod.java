package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.Prediction;
import dev.rondo.Span;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.ModelParts;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The predictor's method that answers with the spans that tags name: {@code tagSpans} of a method
 * {@code tag}, and {@code readTagsSpans} of the component {@code tags} of what {@code read}
 * returns.
 */
final class SpansMethod {
  private final ModelParts parts;
  private final Heads heads;
  private final UnaryOperator<String> variables;

  /**
   * Prepares planning.
   *
   * @param variables gives the variable of a parameter, and the field of an output's codec
   */
  SpansMethod(ModelParts parts, Heads heads, UnaryOperator<String> variables) {
    this.parts = parts;
    this.heads = heads;
    this.variables = variables;
  }

  Member of(Answers answer) {
    String method = parts.signature().method();
    List<Parameter> parameters = heads.parameters(variables);
    CodeBlock call =
        CodeBlock.of(
            "$N($L)", method, String.join(", ", parameters.stream().map(Parameter::name).toList()));
    boolean several = heads.record().isPresent();
    CodeBlock tags =
        heads.scoredItself()
            ? CodeBlock.of(
                "$L.stream().map($T::value).toList()", call, ClassName.get(Prediction.class))
            : heads.expectedOf(answer, call);
    ModelParts.In stepped = heads.stepped();
    CodeBlock tokens = tokens(stepped);
    Member.Builder spans =
        Member.publicly(several ? method + Code.capital(answer.name()) + "Spans" : method + "Spans")
            .doc(
                "Like {@link $T#$L}, but answers with the spans that the tags name.\n\n",
                parts.classes().model(),
                method)
            .doc(
                "@return in their order, counted in steps$L\n",
                tokens.isEmpty()
                    ? "; without text"
                    : ", each with its " + stepped.name() + " joined by a space")
            .fails(IllegalArgumentException.class, "if an input is null or cannot be read");
    boolean learned = answer.code().type().equals(ClassName.get(String.class));
    return spans
        .fails(
            IllegalStateException.class,
            learned
                ? "if the tags of the training data form neither BIO nor BIOES; after {@link"
                    + " #close()}"
                : "after {@link #close()}")
        .returns(Code.listOf(ClassName.get(Span.class)))
        .parameters(parameters)
        .varargs(parts.signature().varargs())
        .statement(
            "return $T.spans($N, $L$L)",
            RuntimeTypes.TAG_SEQUENCE,
            variables.apply(answer.name()),
            tags,
            tokens)
        .build();
  }

  /** Returns the tokens that spans are of, as a further argument; nothing where there are none. */
  private CodeBlock tokens(ModelParts.In stepped) {
    TypeName type = stepped.code().type();
    TypeName text = ClassName.get(String.class);
    Codec codec = stepped.input().codec();
    if (!(codec instanceof Codec.OfTokens || codec instanceof Codec.Spelled)) {
      return CodeBlock.of("");
    }
    CodeBlock value = heads.inputOf(stepped, name -> CodeBlock.of("$N", variables.apply(name)));
    if (type.equals(Code.listOf(text))) {
      return CodeBlock.of(", $L", value);
    }
    return type.equals(ArrayTypeName.of(text))
        ? CodeBlock.of(", $T.asList($L)", Arrays.class, value)
        : CodeBlock.of("");
  }
}
