package dev.rondo.runtime.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Window;
import dev.rondo.runtime.engine.NativeCalls;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.layer.MaskSeeds;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.Checkpoints;
import dev.rondo.runtime.train.checkpoint.Position;
import dev.rondo.runtime.train.checkpoint.StateArray;
import dev.rondo.runtime.train.checkpoint.StateMemory;
import dev.rondo.runtime.train.checkpoint.TrainingState;
import dev.rondo.runtime.train.metric.HeadShares;
import dev.rondo.runtime.train.update.AdamRule;
import dev.rondo.runtime.train.update.GradientMemory;
import dev.rondo.runtime.train.update.GradientSum;
import dev.rondo.runtime.train.update.SgdRule;
import dev.rondo.runtime.train.update.UpdateRule;
import dev.rondo.runtime.train.update.WeightAverages;
import dev.rondo.runtime.train.update.WeightChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
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

  /**
   * What a training is told by its trainer.
   *
   * @param metric chooses the best epoch; null for the validation loss
   * @param frozen the names of the weights that stay as they are
   * @param provenance what the training starts with
   */
  record Setup(
      TrainingOptions options,
      long seed,
      @Nullable EvaluationMetric<?> metric,
      Set<String> frozen,
      TrainingListener listener,
      StopSwitch stopSwitch,
      Provenance provenance) {}

  private static final String STARTED = "started";
  private static final String RESUMED = "resumed";

  private final NetworkHost host;
  private final Setup setup;
  private final TrainingOptions options;
  private final TrainingListener listener;
  private final Checkpoints checkpoints;
  private final int threads;
  private final TrainingProgress progress;
  private final NDManager memory;
  private final GradientMemory gradients;
  private final UpdateRule rule;
  private final GradientSum accumulated;
  private final WeightAverages averages;
  private final WeightChanges changes;
  private final List<EpochReport> reports = new ArrayList<>();
  private final BestEpoch best;

  /** The batches of the epoch; null before the first. */
  private @Nullable BatchGroups<?> groups;

  /** What the streams that are read remember; null where none are. */
  private @Nullable StreamState streams;

  /** What streams remembered in the checkpoint; empty where none were read. */
  private Map<String, StateArray> storedStreams = Map.of();

  /** When the training began, and how often it was gone on with. */
  private Instant started;

  private int resumed;
  private boolean stopped;

  /** Whether the weights are those that the training returns. */
  private boolean settled;

  private Temperatures temperatures = Temperatures.none();
  private boolean finished;

  private TrainingRun(NetworkHost host, long examples, Setup setup, Checkpoints checkpoints) {
    this.host = host;
    this.setup = setup;
    this.checkpoints = checkpoints;
    this.options = setup.options();
    this.listener = setup.listener();
    this.started = setup.provenance().started();
    this.threads = Torch.threads();
    this.progress = new TrainingProgress(options, examples);
    this.memory = host.manager().newSubManager();
    this.gradients = new GradientMemory(memory, setup.frozen());
    this.best = new BestEpoch(host, memory);
    checkpoints.copyTo(new StateMemory(memory.newSubManager(Device.cpu())));
    this.rule =
        switch (options.optimizer()) {
          case ADAM -> new AdamRule(memory, options.weightDecay(), false);
          case ADAMW -> new AdamRule(memory, options.weightDecay(), true);
          case SGD -> new SgdRule(memory, options.momentum(), options.weightDecay());
        };
    this.accumulated = new GradientSum(memory, host.network().getDirectParameters().values());
    this.averages = new WeightAverages(host, memory, options.averageWeights());
    this.changes =
        new WeightChanges(rule, options.accumulate() == 1 ? null : accumulated, averages);
    // ends with the run: a training is one call, which the end of the process waits for
    NativeCalls.begin();
  }

  /**
   * Starts a training, or goes on with one, and tells the listener.
   *
   * @param host becomes the run's: it is closed if the training fails, here or later
   * @param checkpoints become the run's
   */
  static TrainingRun start(NetworkHost host, long examples, Setup setup, Checkpoints checkpoints) {
    TrainingRun run = new TrainingRun(host, examples, setup, checkpoints);
    boolean started = false;
    try {
      checkpoints
          .restored()
          .ifPresent(checkpoint -> checkpoints.restoring(() -> run.restore(checkpoint)));
      run.listener.onStart(
          new TrainingPlan(run.options.epochs(), examples, run.weightCount(), host.device()));
      if (run.progress.steps() > 0) {
        run.listener.onResume(run.progress.resumed());
      }
      started = true;
    } finally {
      if (!started) {
        run.close();
      }
    }
    return run;
  }

  private void restore(Checkpoint checkpoint) {
    Map<String, String> position = checkpoint.facts(Checkpoint.Facts.POSITION);
    progress.restore(position);
    restoreOrigin(new Position(position));
    reports.addAll(checkpoint.history().epochs());
    best.restore(
        checkpoint.history().bestEpoch(), position, checkpoint.arrays(Checkpoint.Part.BEST));
    rule.restore(
        host.network().getDirectParameters().values(),
        checkpoint.arrays(Checkpoint.Part.OPTIMIZER));
    accumulated.restore(position, checkpoint.arrays(Checkpoint.Part.ACCUMULATED));
    averages.restore(position, checkpoint.arrays(Checkpoint.Part.AVERAGES));
    storedStreams = checkpoint.arrays(Checkpoint.Part.STREAMS);
  }

  /** A checkpoint of an earlier version tells neither: then the training began now. */
  private void restoreOrigin(Position position) {
    long before = 0;
    if (position.has(STARTED)) {
      started = position.time(STARTED);
      before = position.count(RESUMED);
    }
    resumed = (int) Math.min(before + 1, Integer.MAX_VALUE);
  }

  /** Returns all that this training needs to go on from here. */
  private TrainingState state(boolean evaluated) {
    Map<Checkpoint.Part, Map<String, NDArray>> arrays = new EnumMap<>(Checkpoint.Part.class);
    arrays.put(Checkpoint.Part.WEIGHTS, averages.lastWeights());
    arrays.put(Checkpoint.Part.AVERAGES, averages.arrays());
    arrays.put(Checkpoint.Part.ACCUMULATED, accumulated.arrays());
    arrays.put(Checkpoint.Part.BEST, best.arrays());
    arrays.put(Checkpoint.Part.OPTIMIZER, rule.state());
    if (streams != null && !evaluated) {
      arrays.put(Checkpoint.Part.STREAMS, streams.arrays());
    }
    Map<String, String> position = progress.position(evaluated);
    position.putAll(best.position());
    position.putAll(accumulated.position());
    position.putAll(averages.position());
    position.put(STARTED, started.toString());
    position.put(RESUMED, Integer.toString(resumed));
    return new TrainingState(position, new TrainingHistory(reports, best.epoch()), arrays);
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
    if (host.isClosed()) {
      throw new IllegalStateException(
          "the model was closed while it is trained: whoever is shown it must not close it");
    }
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
    return setup.stopSwitch().stopping(false) || NativeCalls.processEnds();
  }

  private boolean outOfPatience() {
    return options.patience() > 0
        && best.epoch() > 0
        && progress.epoch() - best.epoch() >= options.patience();
  }

  /**
   * Returns the batches of the current epoch, in the order that the seed gives; ends early on stop.
   */
  public <I, O> Iterable<Batch<I, O>> batches(Rows<I, O> rows) {
    return watched(
        rows.epoch(setup.seed(), progress.epoch(), options.batchSize(), options.stepsPerBatch())
            .iterator());
  }

  /**
   * Returns the windows of the current epoch, from the beginning of the text; ends early on stop.
   */
  public Iterable<Window> windows(TextStreams text) {
    return watched(text.windows(options.batchSize(), options.truncateAfter()).iterator());
  }

  /** Tells the listener of each batch that is done, and ends early on stop. */
  private <T> Iterable<T> watched(Iterator<T> read) {
    BatchGroups<T> all = new BatchGroups<>(read, options.accumulate());
    groups = all;
    // what was done of this epoch before a checkpoint is read again and left out
    for (long done = 0; done < progress.batch(); done++) {
      all.next();
    }
    return () ->
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            if (progress.takeBatchDone()) {
              checkpoints.batchDone(() -> state(false));
              listener.onBatch(progress.report());
              stopped = stopping();
              if (stopped) {
                checkpoints.stopped(() -> state(false));
              }
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
    return nextStep(
        batch.size(), groups == null ? HeadShares.alone() : HeadShares.of(batch, groups.group()));
  }

  /** Begins a step with a window. */
  public TrainingStep nextStep(Window window) {
    return nextStep(window.tokens());
  }

  /** Returns the state before the streams of an epoch, to be closed by the caller. */
  public StreamState newState() {
    StreamState state = new StreamState(memory);
    if (!storedStreams.isEmpty()) {
      Map<String, float[]> values = new LinkedHashMap<>();
      storedStreams.forEach((name, array) -> values.put(name, array.values()));
      state.restore(values, StateArray.rows(storedStreams));
      storedStreams = Map.of();
    }
    streams = state;
    return state;
  }

  /**
   * Begins a step.
   *
   * @param examples how many of those that the training counts it learns from, tokens for example:
   *     the step's loss is the mean over them
   */
  public TrainingStep nextStep(int examples) {
    return nextStep(examples, HeadShares.alone());
  }

  private TrainingStep nextStep(int examples, HeadShares shares) {
    progress.nextStep();
    averages.hide();
    host.changed();
    // others may have changed it, and sums depend on it in their last bits
    Torch.useThreads(threads);
    return new TrainingStep(
        host.manager().newSubManager(),
        gradients,
        changes,
        new TrainingStep.InGroup(examples, place(), shares),
        progress,
        new MaskSeeds(setup.seed(), progress.steps()));
  }

  private WeightChanges.Place place() {
    if (groups == null || groups.group().size() < 2) {
      return WeightChanges.Place.ALONE;
    }
    return groups.atEnd() ? WeightChanges.Place.LAST : WeightChanges.Place.WITHIN;
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
    averages.show();
    host.changed();
    EpochEvaluation evaluation = validate.get();
    EvaluationMetric<?> metric = setup.metric();
    Quality quality = null;
    if (evaluation == null) {
      best.take(progress.epoch());
    } else {
      progress.requireFinite(evaluation.loss(), "the validation loss");
      if (evaluation instanceof TranscriptEvaluation transcripts) {
        listener.onTranscripts(transcripts);
      }
      quality = metric == null ? evaluation.quality() : measured(metric, evaluation);
      best.compare(
          progress.epoch(), metric == null || quality == null ? lossOf(evaluation) : quality);
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
    checkpoints.epochDone(() -> state(true));
    listener.onEpoch(report);
  }

  private static Quality lossOf(EpochEvaluation evaluation) {
    return Quality.error("validation loss", evaluation.loss());
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

  /**
   * Fits probabilities to right answers, with the weights that the training returns. It is behind
   * the last epoch, and what fails here fails the training, whose checkpoint stays.
   *
   * @param fit gives the temperatures of the network as it is
   * @throws TrainingException as {@link #finish()}
   */
  Temperatures calibrate(Supplier<Temperatures> fit) {
    settle();
    temperatures = fit.get();
    temperatures.warnings().forEach(listener::onWarning);
    if (!temperatures.fitted().isEmpty()) {
      listener.onCalibration(temperatures.fitted());
    }
    return temperatures;
  }

  private boolean isOver() {
    return !progress.partial() && (progress.epoch() == options.epochs() || outOfPatience());
  }

  /** Puts the weights in place that the training returns: the best ones, averages, or the last. */
  private void settle() {
    if (settled) {
      return;
    }
    if (!isOver()) {
      // asked to stop between epochs, while an older checkpoint was being written
      checkpoints.writeDue(() -> state(true));
    }
    if (!best.hasWeights()) {
      // no epoch was evaluated: the weights stay those of the last step
      requireFiniteWeights();
      if (progress.partial()) {
        best.forget();
      }
      averages.show();
    } else if (progress.partial() || best.epoch() < progress.epoch()) {
      best.putBack();
    } else {
      averages.show();
    }
    host.changed();
    settled = true;
  }

  /**
   * Ends the training: puts the best weights back and frees what only training needs. The network's
   * memory now belongs to the caller. The checkpoint is deleted, unless the training was stopped
   * and can be gone on with.
   *
   * @throws TrainingException if training was stopped, there are no best weights, and one of the
   *     last ones is not a finite number
   */
  public TrainingHistory finish() {
    settle();
    TrainingHistory history =
        new TrainingHistory(
            reports,
            best.epoch(),
            Optional.of(setup.provenance().finished(started, resumed, temperatures.fitted())));
    Divergence.of(history, progress.firstLoss()).ifPresent(listener::onWarning);
    listener.onEnd(history);
    finished = true;
    if (isOver()) {
      checkpoints.delete();
    }
    return history;
  }

  @Override
  public void close() {
    setup.stopSwitch().stopping(true);
    try {
      // first: what is still being written is read from this memory
      checkpoints.close();
    } finally {
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
}
