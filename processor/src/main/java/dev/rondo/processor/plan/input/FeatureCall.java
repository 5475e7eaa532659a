package dev.rondo.processor.plan.input;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call of {@code Features}, and those of what it returns.
 *
 * @param types what its type parameters stand for
 * @param calls of the result, in their order
 */
record FeatureCall(
    String method, CodeBlock arguments, List<TypeName> types, List<CodeBlock> calls) {
  /** Returns a call of which the result is taken as it is. */
  static FeatureCall of(String method, CodeBlock arguments, TypeName... types) {
    return new FeatureCall(method, arguments, List.of(types), List.of());
  }

  /** Returns the same with a call of its result. */
  FeatureCall then(CodeBlock call) {
    List<CodeBlock> more = new ArrayList<>(calls);
    more.add(call);
    return new FeatureCall(method, arguments, types, more);
  }

  /** Returns the same with a call of its result if there is an argument. */
  FeatureCall then(String called, Optional<CodeBlock> argument) {
    return argument.map(value -> then(CodeBlock.of("$L($L)", called, value))).orElse(this);
  }

  /**
   * Returns the expression.
   *
   * @param inferred whether what it is given to tells the compiler the types; behind the result of
   *     a call it never does
   */
  CodeBlock code(boolean inferred) {
    CodeBlock arguments = CodeBlock.of("($L)", this.arguments);
    CodeBlock types =
        inferred && calls.isEmpty()
            ? CodeBlock.of("")
            : CodeBlock.of(
                "<$L>",
                this.types.stream()
                    .map(type -> CodeBlock.of("$T", type))
                    .collect(CodeBlock.joining(", ")));
    return Stream.concat(
            Stream.of(CodeBlock.of("$T.$L$L$L", RuntimeTypes.FEATURES, types, method, arguments)),
            calls.stream())
        .collect(CodeBlock.joining("."));
  }
}
