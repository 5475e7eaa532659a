package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.data.text.Window;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.kernel.Tape;
import dev.rondo.runtime.kernel.WeightUpdates;
import dev.rondo.runtime.layer.MaskSeeds;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.train.metric.HeadShares;
import dev.rondo.runtime.train.metric.HeadTargets;
import dev.rondo.runtime.train.update.GradientMemory;
import dev.rondo.runtime.train.update.StepGradients;
import dev.rondo.runtime.train.update.UpdateRule;
import dev.rondo.runtime.train.update.WeightChanges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a training: a batch goes forward, its loss backward, and the weights change.
 *
 * <p>In a step each weight is stood for by a leaf of its own that shares the weight's memory. So
 * gradients are fresh in each step, the weights themselves never record anything, and everything
 * that a step made is freed when it is closed.
 */
public final class TrainingStep extends Pass implements AutoCloseable {
  private final WeightChanges changes;
  private final WeightChanges.Place place;
  private final HeadShares shares;
  private final TrainingProgress progress;
  private final int examples;
  private final GradMode recording;
  private final StepGradients gradients;
  private final Tape tape;
  private final Map<Integer, Integer> targetSizes = new HashMap<>();

  /** Begins a step with a batch of its own. */
  TrainingStep(
      NDManager manager,
      GradientMemory memory,
      UpdateRule rule,
      TrainingProgress progress,
      int examples,
      MaskSeeds seeds) {
    this(manager, memory, new WeightChanges(rule), InGroup.alone(examples), progress, seeds);
  }

  /**
   * A batch as a part of its group.
   *
   * @param examples over which its loss is the mean
   */
  record InGroup(int examples, WeightChanges.Place place, HeadShares shares) {
    static InGroup alone(int examples) {
      return new InGroup(examples, WeightChanges.Place.ALONE, HeadShares.alone());
    }
  }

  /**
   * Begins a step.
   *
   * @param manager is freed with the step
   * @param memory of the training
   * @param seeds of the masks that dropout draws in this step
   */
  TrainingStep(
      NDManager manager,
      GradientMemory memory,
      WeightChanges changes,
      InGroup batch,
      TrainingProgress progress,
      MaskSeeds seeds) {
    super(manager, Optional.of(seeds));
    this.gradients = new StepGradients(manager, memory);
    this.tape = new Tape(memory.workspace());
    this.changes = changes;
    this.place = batch.place();
    this.shares = batch.shares();
    this.progress = progress;
    this.examples = batch.examples();
    this.recording = GradMode.on();
  }

  @Override
  public Optional<Tape> tape() {
    return Optional.of(tape);
  }

  @Override
  public NDArray weight(Parameter parameter) {
    return gradients.leaf(parameter);
  }

  @Override
  protected boolean learns(Parameter parameter) {
    return gradients.learns(parameter);
  }

  @Override
  public NDArray rows(Parameter weight, NDArray numbers) {
    return gradients.rows(weight, numbers);
  }

  @Override
  public NDArray outputLoss(
      NDArray values, Parameter weight, Parameter bias, NDArray targets, double smoothing) {
    return gradients
        .outputLoss(values, weight, bias, targets, smoothing)
        .orElseGet(() -> super.outputLoss(values, weight, bias, targets, smoothing));
  }

  /** Returns the numbers of the classes of a batch: int64 (batch). */
  public NDArray classes(List<Integer> expected) {
    return manager().create(expected.stream().mapToLong(Integer::longValue).toArray());
  }

  /** Returns the targets of a yes-or-no output: 1 for class 1, 0 for class 0; (batch, 1). */
  public NDArray binary(List<Integer> expected) {
    float[] values = new float[expected.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = expected.get(i);
    }
    return manager().create(values, new Shape(values.length, 1));
  }

  /**
   * Returns the tokens that follow those of a window, {@link Losses#IGNORED} behind the shorter
   * rows: int64 (batch, time).
   */
  public NDArray targets(Window window) {
    return Losses.targets(manager(), window, Losses.IGNORED);
  }

  /**
   * Returns the targets of a head, those of a head for each step of all real steps, row after row.
   *
   * @param expected for each row and each head its targets, (targetSize) or (steps × targetSize),
   *     NaN where an answer is absent
   * @param head its place among the heads
   * @param targetSize numbers of one answer
   * @return float32 (rows or real steps, targetSize)
   * @throws IllegalArgumentException if a row has none of this head, or no multiple of the size
   */
  public NDArray targets(List<float[][]> expected, int head, int targetSize) {
    targetSizes.put(head, targetSize);
    return HeadTargets.of(manager(), expected, head, targetSize);
  }

  /**
   * Returns the loss of a head as a part of that of the group of batches whose gradients change the
   * weights together, {@link ModelTrainer#accumulate}: the loss itself where each batch is a group.
   *
   * @param head its place among the heads; where there are weights, its {@link #targets(List, int,
   *     int)} were taken
   * @param loss the mean over the answers of the batch, weighted, without those that are absent
   * @param weights of the classes or labels, as the loss has them; none: all 1
   * @return such that the mean over the examples of the group is the mean over its answers
   * @throws IllegalStateException if there are weights, and the targets were not taken before
   */
  public NDArray ofGroup(int head, NDArray loss, float... weights) {
    if (place == WeightChanges.Place.ALONE) {
      return loss;
    }
    if (weights.length > 0 && !targetSizes.containsKey(head)) {
      throw new IllegalStateException("the targets of output " + head + " were not taken");
    }
    // without weights all numbers count alike, whatever they are of
    int targetSize = targetSizes.getOrDefault(head, 1);
    return Losses.weighted(loss, shares.factor(head, targetSize, weights));
  }

  /**
   * Computes the gradients of the weights that the loss depends on.
   *
   * @param loss a scalar, the mean over the batch
   * @throws TrainingException if the loss is not a finite number, naming epoch, batch and learning
   *     rate
   */
  public void backward(NDArray loss) {
    float value = loss.getFloat();
    progress.add(value, examples);
    if (!gradients.nothingLearns()) {
      tape.backward(loss);
    }
    recording.stop();
    gradients.collect(tape);
    changes.take(gradients.all(), examples, place);
  }

  /** Returns the gradients of this batch; they mean nothing after the step. */
  Map<Parameter, NDArray> gradients() {
    return gradients.all();
  }

  /**
   * Scales the gradients down so that their norm over all weights is at most the limit (Pascanu et
   * al. 2013, "On the difficulty of training recurrent neural networks"). Those of a group of
   * batches are scaled together, in its last step.
   *
   * @param limit 0 for none
   * @throws TrainingException if there is a limit and the norm is not a finite number
   */
  public void clipGradients(double limit) {
    if (limit > 0 && !changes.due().isEmpty()) {
      double norm = WeightUpdates.clip(List.copyOf(changes.due().values()), limit);
      progress.requireFinite(norm, "the norm of the gradients");
    }
  }

  /**
   * Changes the weights by their gradients, at the learning rate of this step; those of a group of
   * batches, in its last step, by the gradients of all.
   */
  public void update() {
    changes.apply(progress.learningRate());
  }

  /** Frees everything the step made. */
  @Override
  public void close() {
    try {
      recording.close();
      gradients.clear();
    } finally {
      manager().close();
    }
  }
}
