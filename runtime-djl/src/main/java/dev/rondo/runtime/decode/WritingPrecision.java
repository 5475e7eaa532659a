package dev.rondo.runtime.decode;

import dev.rondo.runtime.kernel.PlanPrecision;
import dev.rondo.runtime.kernel.QuantizedEngine;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.serve.Precision;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Which numbers what is written token by token is not computed with. */
final class WritingPrecision {
  private WritingPrecision() {}

  /**
   * Returns why some numbers would not be faster; empty if they are.
   *
   * @param weights how many there are of the recurrent layers and the output layer, which each
   *     token reads; empty for a network that is computed layer by layer
   */
  static Optional<String> refusal(
      NetworkHost host, Optional<LongSupplier> weights, Precision precision) {
    return switch (precision) {
      case FLOAT32 -> Optional.empty();
      case BFLOAT16 ->
          Optional.of("what is written token by token is computed with FLOAT32 or INT8");
      case INT8 -> QuantizedEngine.whyNot().or(() -> withoutInt8(host, weights));
    };
  }

  private static Optional<String> withoutInt8(NetworkHost host, Optional<LongSupplier> weights) {
    if (host.device().isGpu()) {
      return Optional.of("the model is on a GPU");
    }
    if (weights.isEmpty()) {
      return Optional.of("the model is computed layer by layer");
    }
    long read = weights.get().getAsLong();
    return read >= PlanPrecision.INT8_STEP_WEIGHTS
        ? Optional.empty()
        : Optional.of(
            "it gains by it where a token reads %s weights or more, and this model's reads %s"
                .formatted(count(PlanPrecision.INT8_STEP_WEIGHTS), count(read)));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
