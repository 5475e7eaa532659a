package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.engine.Processor;
import dev.rondo.runtime.kernel.LstmOperator;
import dev.rondo.runtime.kernel.PlanPrecision;
import dev.rondo.runtime.kernel.PlanProgram;
import dev.rondo.runtime.kernel.QuantizedEngine;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import dev.rondo.runtime.serve.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The programs that compute a network's plan, one for each {@link Precision} that was asked for,
 * and which of them answers.
 *
 * <p>Safe for use by many threads.
 */
final class PlanPrograms {
  private final NetworkHost host;
  private final NetworkPlan plan;
  private final Map<Precision, Prepared<PlanProgram>> programs = new EnumMap<>(Precision.class);
  private volatile Prepared<PlanProgram> program;
  private volatile Precision numbers = Precision.FLOAT32;

  /** The numbers with which this thread asks for scores, whatever is chosen; empty for those. */
  private final ThreadLocal<Optional<Precision>> pinned = ThreadLocal.withInitial(Optional::empty);

  PlanPrograms(NetworkHost host, NetworkPlan plan) {
    this.host = host;
    this.plan = plan;
    this.program = prepared(Precision.FLOAT32);
  }

  /** Returns the program that answers this thread. */
  Prepared<PlanProgram> answering() {
    return pinned.get().map(this::prepared).orElse(program);
  }

  /** Returns whether this thread asks for numbers of its own. */
  boolean isPinned() {
    return pinned.get().isPresent();
  }

  /** Returns the numbers that answers are computed with. */
  Precision precision() {
    return numbers;
  }

  /**
   * Answers with other numbers from now on.
   *
   * @throws UnsupportedOperationException if that would not be faster, with the reason
   */
  void choose(Precision precision) {
    refusal(precision)
        .ifPresent(
            reason -> {
              throw new UnsupportedOperationException(
                  "%s would not be faster: %s. The model answers as before."
                      .formatted(precision, reason));
            });
    synchronized (this) {
      program = prepared(precision);
      numbers = precision;
    }
  }

  /** Does something for which this thread is answered with some numbers, whatever is chosen. */
  <T> T pinned(Precision precision, Supplier<T> work) {
    Optional<Precision> before = pinned.get();
    pinned.set(Optional.of(precision));
    try {
      return work.get();
    } finally {
      before.ifPresentOrElse(outer -> pinned.set(before), pinned::remove);
    }
  }

  private synchronized Prepared<PlanProgram> prepared(Precision precision) {
    return programs.computeIfAbsent(
        precision, made -> host.prepare(manager -> load(manager, made), PlanProgram::close));
  }

  private PlanProgram load(NDManager manager, Precision precision) {
    PlanPrecision computed =
        switch (precision) {
          case FLOAT32 -> PlanPrecision.FLOAT32;
          case BFLOAT16 -> PlanPrecision.BFLOAT16;
          case INT8 -> PlanPrecision.INT8;
        };
    return PlanProgram.load(manager, plan.plan().orElseThrow(), computed, host::weight);
  }

  private Optional<String> refusal(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> Optional.empty();
      case BFLOAT16 ->
          Processor.multipliesBfloat16() && LstmOperator.oneDnnIsRight()
              ? ofRecurrentLayers(PlanPrograms::withoutBfloat16)
              : Optional.of(
                  "oneDNN does not multiply them here, or not rightly: that takes a processor with"
                      + " AVX-512 BF16 or AMX");
      case INT8 ->
          QuantizedEngine.isThere()
              ? ofRecurrentLayers(PlanPrograms::withoutInt8)
              : Optional.of(
                  "PyTorch's FBGEMM, which multiplies such numbers on x86 with AVX2, is not there");
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
    return lstm
        ? Optional.empty()
        : Optional.of("only LSTM layers have operators for such numbers");
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
