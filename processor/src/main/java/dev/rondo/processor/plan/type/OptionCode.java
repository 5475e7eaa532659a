package dev.rondo.processor.plan.type;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.TrainingSpec;
import dev.rondo.processor.plan.code.Code;
import java.util.List;

/** The options of a trainer that differ from the runtime's: those that {@code @Training} writes. */
final class OptionCode {
  private OptionCode() {}

  /** Returns the calls on the builder of options, as in {@code epochs(8)}. */
  static List<CodeBlock> calls(TrainingSpec training) {
    return training.written().stream()
        .map(member -> CodeBlock.of("$L($L)", member, value(training, member)))
        .toList();
  }

  private static CodeBlock value(TrainingSpec training, String member) {
    return switch (member) {
      case "optimizer" -> Code.constant(training.optimizer());
      case "learningRate" -> Code.number(training.learningRate());
      case "schedule" -> Code.constant(training.schedule());
      case "warmup" -> Code.number(training.warmup());
      case "decayEvery" -> Code.number(training.decayEvery());
      case "decayFactor" -> Code.number(training.decayFactor());
      case "epochs" -> Code.number(training.epochs());
      case "batchSize" -> Code.number(training.batchSize());
      case "truncateAfter" -> Code.number(training.truncateAfter());
      case "clipNorm" -> Code.number(training.clipNorm());
      case "momentum" -> Code.number(training.momentum());
      case "weightDecay" -> Code.number(training.weightDecay());
      case "labelSmoothing" -> Code.number(training.labelSmoothing());
      case "patience" -> Code.number(training.patience());
      default -> throw new IllegalStateException("@Training has no member " + member);
    };
  }
}
