package dev.rondo.runtime.train;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all generated trainers share: the settings and how a training is started and stopped.
 *
 * <p>A trainer may be used again after a training. Settings are not safe to change from other
 * threads; {@link #stop()} may be called from any thread.
 *
 * @param <S> the generated trainer, returned by all setters
 * @param <P> the generated predictor
 */
public abstract class ModelTrainer<S extends ModelTrainer<S, P>, P> {
  private TrainingOptions options;
  private long seed = 1;
  private Device device = Device.cpu();
  private TrainingListener listener = ProgressLines.byDefault();
  private @Nullable Consumer<P> observer;
  private @Nullable P start;
  private volatile boolean stopRequested;

  /**
   * Creates a trainer.
   *
   * @param defaults the settings written at the model
   */
  ModelTrainer(TrainingOptions defaults) {
    options = defaults;
  }

  /** Sets the rule by which gradients change the weights. */
  public S optimizer(Optimizer rule) {
    return set(options.toBuilder().optimizer(Arguments.notNull(rule, "optimizer")));
  }

  /**
   * Sets the (highest) learning rate, above 0.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S learningRate(double rate) {
    return set(options.toBuilder().learningRate(rate));
  }

  /** Sets how the learning rate changes. */
  public S schedule(Schedule how) {
    return set(options.toBuilder().schedule(Arguments.notNull(how, "schedule")));
  }

  /**
   * Sets the share of all steps, in [0, 1), over which {@link Schedule#COSINE} rises.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S warmup(double share) {
    return set(options.toBuilder().warmup(share));
  }

  /**
   * Sets the epochs, at least 1, between two reductions by {@link Schedule#STEP}.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S decayEvery(int epochs) {
    return set(options.toBuilder().decayEvery(epochs));
  }

  /**
   * Sets the factor, in (0, 1), of each reduction by {@link Schedule#STEP}.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S decayFactor(double factor) {
    return set(options.toBuilder().decayFactor(factor));
  }

  /**
   * Sets how often the training data is gone through, at least 1.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S epochs(int times) {
    return set(options.toBuilder().epochs(times));
  }

  /**
   * Sets the examples a step, at least 1.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S batchSize(int examples) {
    return set(options.toBuilder().batchSize(examples));
  }

  /**
   * Sets the largest norm of the gradients; 0 for no limit.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S clipNorm(double norm) {
    return set(options.toBuilder().clipNorm(norm));
  }

  /**
   * Sets the momentum of {@link Optimizer#SGD}, in [0, 1).
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S momentum(double share) {
    return set(options.toBuilder().momentum(share));
  }

  /**
   * Sets the weight decay, 0 or more.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S weightDecay(double decay) {
    return set(options.toBuilder().weightDecay(decay));
  }

  /**
   * Sets the share of the target probability, in [0, 1), spread over all classes.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S labelSmoothing(double share) {
    return set(options.toBuilder().labelSmoothing(share));
  }

  /**
   * Sets the epochs without a better validation loss, or metric that was chosen, after which
   * training stops; 0 for never.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S patience(int epochs) {
    return set(options.toBuilder().patience(epochs));
  }

  /** Seeds everything that is random in a training; 1 by default. */
  public S seed(long number) {
    seed = number;
    return self();
  }

  /** Sets where to compute; the CPU by default. A GPU must be asked for. */
  public S device(Device where) {
    device = Arguments.notNull(where, "device");
    return self();
  }

  /**
   * Sets who is told about the progress. By default a line an epoch, and one every ten seconds
   * within it, is logged by SLF4J as {@code dev.rondo.training}, and printed to standard error
   * where SLF4J has no provider.
   */
  public S listener(TrainingListener whoIsTold) {
    listener = Arguments.notNull(whoIsTold, "listener");
    return self();
  }

  /**
   * Sets who is given the model as it is after each epoch, to let it answer, for example. It must
   * be neither kept nor closed. What is thrown ends the training.
   */
  public S observer(Consumer<P> whoIsShown) {
    observer = Arguments.notNull(whoIsShown, "observer");
    return self();
  }

  /**
   * Starts from a trained model, with its vocabularies and a copy of its weights; the model itself
   * stays as it is.
   */
  public S continueFrom(P model) {
    start = Arguments.notNull(model, "model");
    return self();
  }

  /**
   * Ends the running training, or the next one, after its current batch. It then returns the best
   * weights so far, as it does when its thread is interrupted. May be called from any thread.
   */
  public void stop() {
    stopRequested = true;
  }

  /** Returns the settings. */
  protected final TrainingOptions options() {
    return options;
  }

  /** Returns the model to start from; null to start anew. */
  protected final @Nullable P startingPoint() {
    return start;
  }

  /**
   * Starts a training.
   *
   * @param network without weights yet
   * @param weights what to start from; null for new ones
   * @param examples how many there are in an epoch
   * @throws IllegalStateException if the device is not available
   * @throws TrainingException if the thread is interrupted while large weights are given their
   *     first values
   */
  protected final TrainingRun start(Network network, @Nullable Weights weights, long examples) {
    EvaluationMetric<?> metric = metric();
    NetworkHost host =
        weights == null ? initialize(network) : NetworkHost.restore(network, device, weights);
    return TrainingRun.start(host, options, seed, examples, metric, listener, this::stopping);
  }

  /** Returns what the best epoch is chosen by; null for the validation loss. */
  @Nullable EvaluationMetric<?> metric() {
    return null;
  }

  private NetworkHost initialize(Network network) {
    Map<String, long[]> shapes = network.weightShapes();
    long total = shapes.values().stream().mapToLong(ModelTrainer::numbers).sum();
    AtomicLong done = new AtomicLong();
    try {
      return NetworkHost.initialize(
          network,
          device,
          seed,
          (name, shape) -> {
            long numbers = numbers(shape);
            listener.onInitialize(new WeightStart(name, numbers, done.get(), total));
            done.addAndGet(numbers);
          });
    } catch (CancellationException e) {
      throw new TrainingException(
          "the training was interrupted before its first batch, so there is no model: "
              + e.getMessage());
    }
  }

  private static long numbers(long[] shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  /** Shows the model to the observer. */
  protected final void show(P model) {
    if (observer != null) {
      observer.accept(model);
    }
  }

  /** Tells the listener of what is likely to be a mistake. */
  final void warn(String warning) {
    listener.onWarning(warning);
  }

  S set(TrainingOptions.Builder changed) {
    options = changed.build();
    return self();
  }

  private boolean stopping(boolean over) {
    boolean now = stopRequested || Thread.currentThread().isInterrupted();
    if (over) {
      stopRequested = false;
    }
    return now;
  }

  // S is the subclass itself: its declaration says "extends ModelTrainer<Itself, …>"
  @SuppressWarnings("unchecked")
  S self() {
    return (S) this;
  }
}
