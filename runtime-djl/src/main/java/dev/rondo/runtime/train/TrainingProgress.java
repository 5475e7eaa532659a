package dev.rondo.runtime.train;

import dev.rondo.runtime.train.checkpoint.Position;
import dev.rondo.runtime.train.update.LearningRate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a training is: epoch, batch, learning rate and the loss so far. */
final class TrainingProgress {
  private final TrainingOptions options;
  private final long examples;
  private int epoch;
  private long batch;
  private long steps;
  private long done;
  private double lossSum;
  private double learningRate;
  private long epochStart;
  private boolean batchDone;
  private boolean complete;
  private double firstLoss = Double.NaN;

  /** What the next epoch begins with, where a checkpoint was written within it. */
  private @Nullable Within within;

  /** A place within an epoch. */
  private record Within(long batch, long done, double lossSum, double seconds) {}

  TrainingProgress(TrainingOptions options, long examples) {
    this.options = options;
    this.examples = examples;
  }

  void nextEpoch() {
    epoch++;
    batch = 0;
    done = 0;
    lossSum = 0;
    complete = false;
    epochStart = System.nanoTime();
    if (within != null) {
      batch = within.batch();
      done = within.done();
      lossSum = within.lossSum();
      epochStart -= (long) (within.seconds() * 1e9);
      within = null;
    }
  }

  /**
   * Returns where the training is.
   *
   * @param evaluated whether the epoch is completed and evaluated
   */
  Map<String, String> position(boolean evaluated) {
    Map<String, String> position = new LinkedHashMap<>();
    position.put("epoch", Integer.toString(epoch));
    position.put("evaluated", Boolean.toString(evaluated));
    position.put("batch", Long.toString(batch));
    position.put("steps", Long.toString(steps));
    position.put("done", Long.toString(done));
    position.put("lossSum", Double.toString(lossSum)); // as many digits as tell it from all others
    position.put("learningRate", Double.toString(learningRate));
    position.put("firstLoss", Double.toString(firstLoss));
    position.put("seconds", Double.toString(seconds()));
    return position;
  }

  /**
   * Goes on from where a training was: {@link #nextEpoch()} then leads there, or to the epoch
   * behind one that is evaluated.
   *
   * @throws IllegalArgumentException if it is no position
   */
  void restore(Map<String, String> position) {
    Position from = new Position(position);
    steps = from.count("steps");
    learningRate = from.number("learningRate");
    firstLoss = from.number("firstLoss");
    int at = Math.toIntExact(Math.min(from.count("epoch"), Integer.MAX_VALUE));
    Within place =
        new Within(
            from.count("batch"),
            from.count("done"),
            from.number("lossSum"),
            from.number("seconds"));
    if (from.flag("evaluated")) {
      epoch = at;
      complete = true;
      batch = place.batch();
      done = place.done();
      lossSum = place.lossSum();
    } else {
      epoch = at - 1;
      within = place;
    }
  }

  /** Returns how many batches of the epoch are done. */
  long batch() {
    return batch;
  }

  void nextStep() {
    batch++;
    steps++;
    double share = (epoch - 1 + Math.min(1, (double) done / examples)) / options.epochs();
    learningRate = LearningRate.of(options, epoch, share);
  }

  /**
   * Adds the loss of a batch.
   *
   * @throws TrainingException if it is not a finite number
   */
  void add(double loss, int batchExamples) {
    requireFinite(loss, "the loss");
    if (steps == 1) {
      firstLoss = loss;
    }
    lossSum += loss * batchExamples;
    done += batchExamples;
    batchDone = true;
  }

  /**
   * Ends the training if its numbers have run away.
   *
   * @param what the number, as the subject of a sentence
   * @throws TrainingException if it is not a finite number, naming epoch, batch and learning rate
   */
  void requireFinite(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new TrainingException(
          what
              + " is "
              + value
              + " in epoch "
              + epoch
              + ", batch "
              + batch
              + ", at learning rate "
              + learningRate
              + ". A lower learningRate or clipNorm keeps the weights from growing without"
              + " bounds.");
    }
  }

  /** Returns whether a batch was done since this was asked last. */
  boolean takeBatchDone() {
    boolean was = batchDone;
    batchDone = false;
    return was;
  }

  /** Notes that all batches of the epoch are done. */
  void endOfData() {
    complete = true;
  }

  /** Returns whether the epoch has batches left that were not trained. */
  boolean partial() {
    return !complete;
  }

  int epoch() {
    return epoch;
  }

  long steps() {
    return steps;
  }

  double learningRate() {
    return learningRate;
  }

  BatchProgress report() {
    return new BatchProgress(
        epoch, options.epochs(), done, examples, meanLoss(), learningRate, seconds());
  }

  /** Returns the place that {@link #restore} led to. */
  BatchProgress resumed() {
    return within == null
        ? report()
        : new BatchProgress(
            epoch + 1,
            options.epochs(),
            within.done(),
            examples,
            within.done() == 0 ? 0 : within.lossSum() / within.done(),
            learningRate,
            within.seconds());
  }

  double meanLoss() {
    return done == 0 ? 0 : lossSum / done;
  }

  /** Returns the loss of the first batch, by the weights that training began with. */
  double firstLoss() {
    return firstLoss;
  }

  long done() {
    return done;
  }

  double seconds() {
    return (System.nanoTime() - epochStart) / 1e9;
  }
}
