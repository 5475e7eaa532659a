package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.TextStreams;
import dev.rondo.runtime.data.Window;
import dev.rondo.runtime.engine.NativeCalls;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.kernel.WeightUpdates;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.StreamState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A training in progress: what the generated loop asks for its epochs, batches and steps.
 *
 * <p>Owns the network's memory until {@link #finish()}; a run that is closed before has failed, and
 * frees it.
 */
public final class TrainingRun implements AutoCloseable {
  /** Asked after each batch whether to end; told once when the training is over. */
  @FunctionalInterface
  interface StopSwitch {
    boolean stopping(boolean over);
  }

  private final NetworkHost host;
  private final TrainingOptions options;
  private final long seed;
  private final TrainingListener listener;
  private final StopSwitch stopSwitch;
  private final TrainingProgress progress;
  private final NDManager memory;
  private final GradientMemory gradients;
  private final UpdateRule rule;
  private final List<EpochReport> reports = new ArrayList<>();
  private final List<NDArray> bestWeights = new ArrayList<>();
  private final @Nullable EvaluationMetric<?> metric;
  private @Nullable Quality best;
  private int bestEpoch;
  private boolean stopped;
  private boolean finished;

  private TrainingRun(
      NetworkHost host,
      TrainingOptions options,
      long seed,
      long examples,
      @Nullable EvaluationMetric<?> metric,
      TrainingListener listener,
      StopSwitch stopSwitch) {
    this.host = host;
    this.metric = metric;
    this.options = options;
    this.seed = seed;
    this.listener = listener;
    this.stopSwitch = stopSwitch;
    this.progress = new TrainingProgress(options, examples);
    this.memory = host.manager().newSubManager();
    this.gradients = new GradientMemory(memory);
    this.rule =
        switch (options.optimizer()) {
          case ADAM -> new AdamRule(memory, options.weightDecay(), false);
          case ADAMW -> new AdamRule(memory, options.weightDecay(), true);
          case SGD -> new SgdRule(memory, options.momentum(), options.weightDecay());
        };
    // ends with the run: a training is one call, which the end of the process waits for
    NativeCalls.begin();
  }

  /**
   * Starts a training and tells the listener.
   *
   * @param host becomes the run's: it is closed if the training fails, here or later
   * @param metric chooses the best epoch; null for the validation loss
   */
  static TrainingRun start(
      NetworkHost host,
      TrainingOptions options,
      long seed,
      long examples,
      @Nullable EvaluationMetric<?> metric,
      TrainingListener listener,
      StopSwitch stopSwitch) {
    TrainingRun run = new TrainingRun(host, options, seed, examples, metric, listener, stopSwitch);
    boolean started = false;
    try {
      listener.onStart(
          new TrainingPlan(options.epochs(), examples, run.weightCount(), host.device()));
      started = true;
    } finally {
      if (!started) {
        run.close();
      }
    }
    return run;
  }

  private long weightCount() {
    long count = 0;
    for (Parameter parameter : host.network().getDirectParameters().values()) {
      count += parameter.getShape().size();
    }
    return count;
  }

  /** Returns the network's memory. */
  public NetworkHost host() {
    return host;
  }

  /** Goes on to the next epoch; false if training is over. */
  public boolean nextEpoch() {
    if (progress.epoch() > 0 && stopping()) {
      // asked to stop while validating
      stopped = true;
    }
    if (stopped || progress.epoch() == options.epochs() || outOfPatience()) {
      return false;
    }
    progress.nextEpoch();
    return true;
  }

  private boolean stopping() {
    return stopSwitch.stopping(false) || NativeCalls.processEnds();
  }

  private boolean outOfPatience() {
    return options.patience() > 0
        && bestEpoch > 0
        && progress.epoch() - bestEpoch >= options.patience();
  }

  /**
   * Returns the batches of the current epoch, in the order that the seed gives; ends early on stop.
   */
  public <I, O> Iterable<Batch<I, O>> batches(Rows<I, O> rows) {
    return watched(rows.epoch(seed, progress.epoch(), options.batchSize()).iterator());
  }

  /**
   * Returns the windows of the current epoch, from the beginning of the text; ends early on stop.
   */
  public Iterable<Window> windows(TextStreams text) {
    return watched(text.windows(options.batchSize(), options.truncateAfter()).iterator());
  }

  /** Tells the listener of each batch that is done, and ends early on stop. */
  private <T> Iterable<T> watched(Iterator<T> all) {
    return () ->
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            if (progress.takeBatchDone()) {
              listener.onBatch(progress.report());
              stopped = stopping();
            }
            if (!all.hasNext()) {
              progress.endOfData();
              return false;
            }
            return !stopped;
          }

          @Override
          public T next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return all.next();
          }
        };
  }

  /** Begins a step with a batch. */
  public TrainingStep nextStep(Batch<?, ?> batch) {
    return nextStep(batch.size());
  }

  /** Begins a step with a window. */
  public TrainingStep nextStep(Window window) {
    return nextStep(window.tokens());
  }

  /** Returns the state before the streams of an epoch, to be closed by the caller. */
  public StreamState newState() {
    return new StreamState(memory);
  }

  /**
   * Begins a step.
   *
   * @param examples how many of those that the training counts it learns from, tokens for example:
   *     the step's loss is the mean over them
   */
  public TrainingStep nextStep(int examples) {
    progress.nextStep();
    host.changed();
    // PyTorch's random state can be neither read nor kept apart: it depends on the step alone
    Torch.seed(seed * 1_000_003 + progress.steps());
    return new TrainingStep(host.manager().newSubManager(), gradients, rule, progress, examples);
  }

  /**
   * Ends an epoch: keeps the weights if they are the best so far, and tells the listener. An epoch
   * that was stopped before its last batch does not count and is not evaluated.
   *
   * @param validate evaluates the validation data; gives null without any
   * @throws TrainingException if a weight or the validation loss is not a finite number
   */
  public void endEpoch(Supplier<? extends @Nullable EpochEvaluation> validate) {
    if (progress.partial()) {
      return;
    }
    requireFiniteWeights();
    host.changed();
    EpochEvaluation evaluation = validate.get();
    Quality quality = null;
    if (evaluation == null) {
      bestEpoch = progress.epoch();
    } else {
      progress.requireFinite(evaluation.loss(), "the validation loss");
      quality = metric == null ? evaluation.quality() : measured(metric, evaluation);
      compare(metric == null || quality == null ? lossOf(evaluation) : quality);
    }
    EpochReport report =
        new EpochReport(
            progress.epoch(),
            progress.learningRate(),
            progress.meanLoss(),
            evaluation == null ? null : evaluation.loss(),
            quality,
            progress.done(),
            progress.seconds());
    reports.add(report);
    listener.onEpoch(report);
  }

  private static Quality lossOf(EpochEvaluation evaluation) {
    return Quality.error("validation loss", evaluation.loss());
  }

  /** Keeps the weights if they are better than those of all epochs before. */
  private void compare(Quality now) {
    if (best == null || now.betterThan(best)) {
      best = now;
      bestEpoch = progress.epoch();
      keepWeights();
    }
  }

  // the generated trainer takes metrics of its own model's evaluation only
  @SuppressWarnings("unchecked")
  private <V extends EpochEvaluation> Quality measured(
      EvaluationMetric<V> chosen, EpochEvaluation evaluation) {
    Quality quality = chosen.of((V) evaluation);
    if (Double.isNaN(quality.value())) {
      throw new TrainingException(
          quality.name()
              + " is not a number in epoch "
              + progress.epoch()
              + ", and the best epoch is to be chosen by it: the validation data has nothing that"
              + " it could be measured on. Choose another metric, or other validation data.");
    }
    return quality;
  }

  /** The loss of a step is that of the weights before it: nothing else looks at the last ones. */
  private void requireFiniteWeights() {
    for (Parameter parameter : host.network().getDirectParameters().values()) {
      try (NDArray sum = parameter.getArray().sum()) {
        progress.requireFinite(sum.getFloat(), "the sum of " + parameter.getName());
      }
    }
  }

  private void keepWeights() {
    List<NDArray> weights = weights();
    if (bestWeights.isEmpty()) {
      for (NDArray weight : weights) {
        NDArray copy = weight.duplicate();
        copy.attach(memory);
        bestWeights.add(copy);
      }
    } else {
      WeightUpdates.copy(bestWeights, weights);
    }
  }

  private List<NDArray> weights() {
    return host.network().getDirectParameters().values().stream().map(Parameter::getArray).toList();
  }

  /**
   * Ends the training: puts the best weights back and frees what only training needs. The network's
   * memory now belongs to the caller.
   *
   * @throws TrainingException if training was stopped, there are no best weights, and one of the
   *     last ones is not a finite number
   */
  public TrainingHistory finish() {
    if (bestWeights.isEmpty()) {
      // no epoch was evaluated: the weights stay those of the last step
      requireFiniteWeights();
      bestEpoch = progress.partial() ? 0 : bestEpoch;
    } else if (progress.partial() || bestEpoch < progress.epoch()) {
      WeightUpdates.copy(weights(), bestWeights);
    }
    host.changed();
    TrainingHistory history = new TrainingHistory(reports, bestEpoch);
    Divergence.of(history, progress.firstLoss()).ifPresent(listener::onWarning);
    listener.onEnd(history);
    finished = true;
    return history;
  }

  @Override
  public void close() {
    stopSwitch.stopping(true);
    try {
      memory.close();
      if (!finished) {
        host.close();
      }
    } finally {
      NativeCalls.end();
    }
  }
}
