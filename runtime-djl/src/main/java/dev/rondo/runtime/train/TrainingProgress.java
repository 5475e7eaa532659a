package dev.rondo.runtime.train;

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
