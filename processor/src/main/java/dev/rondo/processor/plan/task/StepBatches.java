package dev.rondo.processor.plan.task;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.List;
import java.util.stream.IntStream;

/** The arguments of a network that reads steps: the inputs of a batch of rows. */
final class StepBatches {
  private StepBatches() {}

  /**
   * Returns all inputs, in their order in a row.
   *
   * @param pass the variable of the pass
   * @param rows of the batch
   * @param count how many inputs there are
   */
  static CodeBlock all(String pass, CodeBlock rows, int count) {
    return at(pass, rows, IntStream.range(0, count).boxed().toList());
  }

  /**
   * Returns the inputs of places in a row.
   *
   * @param pass the variable of the pass
   * @param rows of the batch
   * @param places where the network's inputs are in a row
   */
  static CodeBlock at(String pass, CodeBlock rows, List<Integer> places) {
    return places.stream()
        .map(place -> CodeBlock.of("$T.of($N, $L, $L)", RuntimeTypes.STEP_BATCH, pass, rows, place))
        .collect(CodeBlock.joining(", "));
  }
}
