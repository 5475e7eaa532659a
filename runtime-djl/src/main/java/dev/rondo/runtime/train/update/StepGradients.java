package dev.rondo.runtime.train.update;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.CrossEntropy;
import dev.rondo.runtime.kernel.RowUpdates;
import dev.rondo.runtime.kernel.Tape;
import dev.rondo.runtime.train.TrainingStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gradients of one step, by how they come about: most are recorded, as those of a leaf that
 * shares the weight's memory. Rows that an embedding looks up have gradients of their own, which
 * are added up in an array that lasts, so that nobody makes one as large as the vocabulary in each
 * step. An output layer's loss writes its gradients into such an array.
 */
public final class StepGradients {
  private final NDManager manager;
  private final GradientMemory memory;
  private final Map<Parameter, NDArray> leaves = new LinkedHashMap<>();

  /** What stands for weights that are frozen. */
  private final Map<Parameter, NDArray> frozen = new LinkedHashMap<>();

  private final List<Lookup> lookups = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private final Map<Parameter, NDArray> gradients = new LinkedHashMap<>();

  /** Rows of a weight that took part. */
  private record Lookup(Parameter weight, NDArray numbers, NDArray vectors) {}

  /** A loss that wrote gradients, which its factor's gradient is still to be multiplied into. */
  private record Output(NDArray factor, Map<Parameter, NDArray> gradients) {}

  public StepGradients(NDManager manager, GradientMemory memory) {
    this.manager = manager;
    this.memory = memory;
  }

  /** Returns whether a weight is not frozen. */
  public boolean learns(Parameter parameter) {
    return !memory.isFrozen(parameter);
  }

  /** Returns the leaf that stands for a weight. */
  public NDArray leaf(Parameter parameter) {
    boolean learns = learns(parameter);
    return (learns ? leaves : frozen)
        .computeIfAbsent(
            parameter,
            weight -> {
              NDArray leaf = weight.getArray().stopGradient();
              leaf.attach(manager);
              leaf.setRequiresGradient(learns);
              return leaf;
            });
  }

  /** Looks rows up, as {@link TrainingStep#rows}. */
  public NDArray rows(Parameter weight, NDArray numbers) {
    NDArray vectors =
        numbers
            .getNDArrayInternal()
            .embedding(numbers, weight.getArray(), SparseFormat.DENSE)
            .singletonOrThrow();
    if (memory.isFrozen(weight)) {
      return vectors;
    }
    vectors.setRequiresGradient(true);
    lookups.add(new Lookup(weight, numbers, vectors));
    return vectors;
  }

  /**
   * Returns the loss of an output layer; empty if the step has one of the same weights already, or
   * one of them is frozen.
   */
  public Optional<NDArray> outputLoss(
      NDArray values, Parameter weight, Parameter bias, NDArray targets, double smoothing) {
    if (isWritten(weight) || isWritten(bias) || memory.isFrozen(weight) || memory.isFrozen(bias)) {
      return Optional.empty();
    }
    NDArray factor = manager.ones(new Shape());
    factor.setRequiresGradient(true);
    NDArray ofWeight = memory.toWrite(weight);
    NDArray ofBias = memory.toWrite(bias);
    Map<Parameter, NDArray> both = new LinkedHashMap<>(); // an order that stays from run to run
    both.put(weight, ofWeight);
    both.put(bias, ofBias);
    outputs.add(new Output(factor, both));
    NDArray scores = memory.scores(values.getShape().get(0), weight.getArray().getShape().get(0));
    return Optional.of(
        CrossEntropy.ofDense(
            values,
            weight.getArray(),
            bias.getArray(),
            targets,
            smoothing,
            new CrossEntropy.DenseGradients(ofWeight, ofBias, scores, factor)));
  }

  private boolean isWritten(Parameter weight) {
    return outputs.stream().anyMatch(output -> output.gradients().containsKey(weight));
  }

  /** Returns whether no weight that learns took part. */
  public boolean nothingLearns() {
    return leaves.isEmpty() && lookups.isEmpty() && outputs.isEmpty();
  }

  /**
   * Brings all gradients together. Nothing may be recorded any more.
   *
   * @param tape after the backward pass
   */
  public void collect(Tape tape) {
    leaves.forEach((weight, leaf) -> gradients.put(weight, tape.gradient(leaf)));
    for (Output output : outputs) {
      float factor = output.factor().getGradient().getFloat();
      output.gradients().forEach((weight, gradient) -> add(weight, gradient, factor));
    }
    for (Lookup lookup : lookups) {
      RowUpdates.add(
          gradients.computeIfAbsent(lookup.weight(), memory::toAddTo),
          lookup.numbers(),
          tape.gradient(lookup.vectors()));
    }
  }

  private void add(Parameter weight, NDArray gradient, float factor) {
    if (factor != 1) {
      gradient.muli(factor);
    }
    NDArray recorded = gradients.putIfAbsent(weight, gradient);
    if (recorded != null) {
      recorded.addi(gradient);
    }
  }

  /** Returns all gradients; empty before {@link #collect}. */
  public Map<Parameter, NDArray> all() {
    return Collections.unmodifiableMap(gradients);
  }

  /** Leaves zeros in the memory that rows were added to, if any were. */
  public void clear() {
    if (gradients.isEmpty()) {
      return; // the step failed before
    }
    for (Lookup lookup : lookups) {
      if (!leaves.containsKey(lookup.weight()) && !isWritten(lookup.weight())) {
        RowUpdates.clear(memory.toAddTo(lookup.weight()), lookup.numbers());
      }
    }
  }
}
