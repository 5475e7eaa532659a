package dev.rondo.processor.plan.head;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;

/** The losses of numbers. */
final class NumberLoss {
  private NumberLoss() {}

  static CodeBlock of(LossSpec loss, CodeBlock scores, CodeBlock targets) {
    return switch (loss.kind()) {
      case QUANTILE ->
          CodeBlock.of(
              "$T.quantile($L, $L, $L)",
              RuntimeTypes.LOSSES,
              scores,
              targets,
              Code.number(loss.quantile()));
      case MAE -> CodeBlock.of("$T.absolute($L, $L)", RuntimeTypes.LOSSES, scores, targets);
      case HUBER -> CodeBlock.of("$T.huber($L, $L)", RuntimeTypes.LOSSES, scores, targets);
      case DEFAULT, MSE, FOCAL ->
          CodeBlock.of("$T.squared($L, $L)", RuntimeTypes.LOSSES, scores, targets);
    };
  }
}
