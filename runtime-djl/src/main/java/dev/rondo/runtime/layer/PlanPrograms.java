package dev.rondo.runtime.layer;

import dev.rondo.runtime.engine.Processor;
import dev.rondo.runtime.kernel.LstmOperator;
import dev.rondo.runtime.kernel.PlanPrecision;
import dev.rondo.runtime.kernel.PlanProgram;
import dev.rondo.runtime.kernel.QuantizedEngine;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import dev.rondo.runtime.serve.Precision;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The programs that compute a network's plan, and which numbers are not worth one. */
final class PlanPrograms {
  private final NetworkHost host;
  private final NetworkPlan plan;

  private PlanPrograms(NetworkHost host, NetworkPlan plan) {
    this.host = host;
    this.plan = plan;
  }

  /** Returns the programs of a plan, none of which is loaded yet. */
  static ByPrecision<PlanProgram> of(NetworkHost host, NetworkPlan plan) {
    PlanPrograms programs = new PlanPrograms(host, plan);
    return new ByPrecision<>(
        host,
        (manager, precision) ->
            PlanProgram.load(manager, plan.plan().orElseThrow(), precision, host::weight),
        PlanProgram::close,
        programs::refusal);
  }

  private Optional<String> refusal(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> Optional.empty();
      case BFLOAT16 ->
          Processor.multipliesBfloat16()
              ? ofRecurrentLayers(PlanPrograms::withoutBfloat16)
              : Optional.of(
                  "this processor has neither AVX-512 BF16 nor AMX, or oneDNN is held back from"
                      + " them");
      case INT8 -> QuantizedEngine.whyNot().or(() -> ofRecurrentLayers(PlanPrograms::withoutInt8));
    };
  }

  private Optional<String> ofRecurrentLayers(
      Function<List<Operator.Recurrent>, Optional<String>> refusal) {
    if (host.device().isGpu()) {
      return Optional.of("the model is on a GPU, where it goes layer by layer");
    }
    Optional<Plan> known = host.whileOpen(plan::plan);
    if (known.isEmpty()) {
      return Optional.of("the model is computed layer by layer, as " + plan.whyNot());
    }
    return refusal.apply(
        known.get().steps().stream()
            .map(Plan.Step::operator)
            .filter(Operator.Recurrent.class::isInstance)
            .map(Operator.Recurrent.class::cast)
            .toList());
  }

  private static Optional<String> withoutBfloat16(List<Operator.Recurrent> layers) {
    boolean lstm =
        !layers.isEmpty()
            && layers.stream().allMatch(l -> l.recurrence() == Operator.Recurrence.LSTM);
    if (!lstm) {
      return Optional.of("only LSTM layers have operators for such numbers");
    }
    return LstmOperator.oneDnnIsRight()
        ? Optional.empty()
        : Optional.of("oneDNN's LSTM, which has them, is wrong on this processor");
  }

  private static Optional<String> withoutInt8(List<Operator.Recurrent> layers) {
    if (layers.stream().anyMatch(PlanPrecision::worthInt8)) {
      return Optional.empty();
    }
    String found =
        layers.stream()
            .map(layer -> layer.recurrence() + " of " + layer.units() + " units")
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(
        "GRU layers gain by it from %s units on and LSTM layers from %s, and this model has %s"
            .formatted(
                PlanPrecision.INT8_GRU_UNITS,
                PlanPrecision.INT8_LSTM_UNITS,
                found.isEmpty() ? "no recurrent layer" : found));
  }
}
