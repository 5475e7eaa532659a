package dev.rondo.processor.plan.task;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.List;

/** What the tasks share that learn from examples. */
final class Examples {
  private Examples() {}

  /** Returns what an example has of an input or output. */
  static CodeBlock value(String example, String value) {
    return CodeBlock.of("$N.$N()", example, value);
  }

  /** Adds the call that gives a learner what it learns from; an error names the example. */
  static void feed(
      Member.Builder method, String examples, String example, List<CodeBlock> statements) {
    boolean one = statements.size() == 1;
    method.statement(
        one ? "$T.forEach($N, $S, $L)" : "$T.forEach(\n$N,\n$S,\n$L)",
        RuntimeTypes.ARGUMENTS,
        examples,
        "example",
        one ? CodeBlock.of("$N -> $L", example, statements.get(0)) : block(example, statements));
  }

  private static CodeBlock block(String example, List<CodeBlock> statements) {
    CodeBlock.Builder body = CodeBlock.builder().add("$N -> {$>\n", example);
    statements.forEach(statement -> body.add("$L;\n", statement));
    return body.add("$<}").build();
  }
}
