package dev.rondo.processor.plan.task;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.List;

/** What the tasks share that learn from examples. */
final class Examples {
  private Examples() {}

  /** Returns what an example has of an input or output. */
  static CodeBlock value(String example, String value) {
    return CodeBlock.of("$N.$N()", example, value);
  }

  /** Adds the loop that gives a learner what it learns from. */
  static void feed(
      Member.Builder method,
      GeneratedClasses classes,
      String examples,
      String example,
      List<CodeBlock> statements) {
    method.begin(
        "for ($T $N : $T.noNulls($N, $S))",
        classes.example(),
        example,
        RuntimeTypes.ARGUMENTS,
        examples,
        "example");
    statements.forEach(method::statement);
    method.end();
  }
}
