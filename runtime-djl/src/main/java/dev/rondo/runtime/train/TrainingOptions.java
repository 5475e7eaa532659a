package dev.rondo.runtime.train;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.runtime.data.LengthOrder;

/**
 * The settings of a training that are the same for every model; meaning and defaults as in {@link
 * dev.rondo.Training @Training}.
 *
 * @param optimizer the rule by which gradients change the weights
 * @param learningRate the highest learning rate, above 0
 * @param schedule how the learning rate changes
 * @param warmup share of all steps, in [0, 1), over which COSINE rises
 * @param decayEvery epochs between two reductions by STEP, at least 1
 * @param decayFactor factor of each reduction by STEP, in (0, 1)
 * @param epochs how often the data is gone through, at least 1
 * @param batchSize examples a step, at least 1
 * @param stepsPerBatch the most padded steps of a batch of more than one example, at least 1
 * @param truncateAfter tokens over which gradients flow back in a language model, at least 1
 * @param clipNorm the largest norm of the gradients, 0 for no limit
 * @param momentum momentum of SGD, in [0, 1)
 * @param weightDecay weight decay, 0 or more
 * @param labelSmoothing share of the target probability spread over all classes, in [0, 1)
 * @param patience epochs without improvement after which training stops, 0 for never
 * @param accumulate batches whose gradients change the weights together, at least 1
 * @param averageWeights how much of the moving average of the weights each step keeps, in [0, 1); 0
 *     for no average
 */
public record TrainingOptions(
    Optimizer optimizer,
    double learningRate,
    Schedule schedule,
    double warmup,
    int decayEvery,
    double decayFactor,
    int epochs,
    int batchSize,
    int stepsPerBatch,
    int truncateAfter,
    double clipNorm,
    double momentum,
    double weightDecay,
    double labelSmoothing,
    int patience,
    int accumulate,
    double averageWeights) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException naming the first value that is out of its range
   */
  public TrainingOptions {
    check(
        learningRate > 0 && learningRate < Double.POSITIVE_INFINITY,
        "learningRate",
        learningRate,
        "above 0");
    check(warmup >= 0 && warmup < 1, "warmup", warmup, "in [0, 1)");
    check(decayEvery >= 1, "decayEvery", decayEvery, "at least 1");
    check(decayFactor > 0 && decayFactor < 1, "decayFactor", decayFactor, "in (0, 1)");
    check(epochs >= 1, "epochs", epochs, "at least 1");
    check(batchSize >= 1, "batchSize", batchSize, "at least 1");
    check(stepsPerBatch >= 1, "stepsPerBatch", stepsPerBatch, "at least 1");
    check(truncateAfter >= 1, "truncateAfter", truncateAfter, "at least 1");
    check(clipNorm >= 0, "clipNorm", clipNorm, "0 or more");
    check(momentum >= 0 && momentum < 1, "momentum", momentum, "in [0, 1)");
    check(
        weightDecay >= 0 && weightDecay < Double.POSITIVE_INFINITY,
        "weightDecay",
        weightDecay,
        "0 or more");
    check(labelSmoothing >= 0 && labelSmoothing < 1, "labelSmoothing", labelSmoothing, "in [0, 1)");
    check(patience >= 0, "patience", patience, "0 or more");
    check(accumulate >= 1, "accumulate", accumulate, "at least 1");
    check(averageWeights >= 0 && averageWeights < 1, "averageWeights", averageWeights, "in [0, 1)");
  }

  private static void check(boolean right, String name, Number value, String range) {
    if (!right) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
    }
  }

  /** Returns a builder with the defaults of {@link dev.rondo.Training @Training}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with these settings. */
  Builder toBuilder() {
    return new Builder()
        .optimizer(optimizer)
        .learningRate(learningRate)
        .schedule(schedule)
        .warmup(warmup)
        .decayEvery(decayEvery)
        .decayFactor(decayFactor)
        .epochs(epochs)
        .batchSize(batchSize)
        .stepsPerBatch(stepsPerBatch)
        .truncateAfter(truncateAfter)
        .clipNorm(clipNorm)
        .momentum(momentum)
        .weightDecay(weightDecay)
        .labelSmoothing(labelSmoothing)
        .patience(patience)
        .accumulate(accumulate)
        .averageWeights(averageWeights);
  }

  /** Collects settings; what is not set keeps its default. */
  public static final class Builder {
    private Optimizer optimizer = Optimizer.ADAM;
    private double learningRate = 1e-3;
    private Schedule schedule = Schedule.CONSTANT;
    private double warmup = 0.1;
    private int decayEvery = 5;
    private double decayFactor = 0.5;
    private int epochs = 10;
    private int batchSize = 32;
    private int stepsPerBatch = LengthOrder.MOST_STEPS;
    private int truncateAfter = 100;
    private double clipNorm = 5;
    private double momentum = 0.9;
    private double weightDecay;
    private double labelSmoothing;
    private int patience = 3;
    private int accumulate = 1;
    private double averageWeights;

    private Builder() {}

    /** Sets the rule by which gradients change the weights. */
    public Builder optimizer(Optimizer value) {
      optimizer = value;
      return this;
    }

    /** Sets the (highest) learning rate, above 0. */
    public Builder learningRate(double value) {
      learningRate = value;
      return this;
    }

    /** Sets how the learning rate changes. */
    public Builder schedule(Schedule value) {
      schedule = value;
      return this;
    }

    /** Sets the share of all steps, in [0, 1), over which {@link Schedule#COSINE} rises. */
    public Builder warmup(double value) {
      warmup = value;
      return this;
    }

    /** Sets the epochs, at least 1, between two reductions by {@link Schedule#STEP}. */
    public Builder decayEvery(int value) {
      decayEvery = value;
      return this;
    }

    /** Sets the factor, in (0, 1), of each reduction by {@link Schedule#STEP}. */
    public Builder decayFactor(double value) {
      decayFactor = value;
      return this;
    }

    /** Sets how often the training data is gone through, at least 1. */
    public Builder epochs(int value) {
      epochs = value;
      return this;
    }

    /** Sets the examples a step, at least 1. */
    public Builder batchSize(int value) {
      batchSize = value;
      return this;
    }

    /** Sets the most padded steps of a batch of more than one example, at least 1. */
    public Builder stepsPerBatch(int value) {
      stepsPerBatch = value;
      return this;
    }

    /** Sets the tokens over which gradients flow back in a language model, at least 1. */
    public Builder truncateAfter(int value) {
      truncateAfter = value;
      return this;
    }

    /** Sets the largest norm of the gradients; 0 for no limit. */
    public Builder clipNorm(double value) {
      clipNorm = value;
      return this;
    }

    /** Sets the momentum of {@link Optimizer#SGD}, in [0, 1). */
    public Builder momentum(double value) {
      momentum = value;
      return this;
    }

    /** Sets the weight decay, 0 or more. */
    public Builder weightDecay(double value) {
      weightDecay = value;
      return this;
    }

    /** Sets the share of the target probability, in [0, 1), spread over all classes. */
    public Builder labelSmoothing(double value) {
      labelSmoothing = value;
      return this;
    }

    /** Sets the epochs without a better validation loss after which training stops; 0 for never. */
    public Builder patience(int value) {
      patience = value;
      return this;
    }

    /** Sets the batches whose gradients change the weights together, at least 1. */
    public Builder accumulate(int value) {
      accumulate = value;
      return this;
    }

    /**
     * Sets how much of the moving average of the weights each step keeps, in [0, 1); 0 for no
     * average.
     */
    public Builder averageWeights(double value) {
      averageWeights = value;
      return this;
    }

    /**
     * Returns the settings.
     *
     * @throws IllegalArgumentException naming the first value that is out of its range
     */
    public TrainingOptions build() {
      return new TrainingOptions(
          optimizer,
          learningRate,
          schedule,
          warmup,
          decayEvery,
          decayFactor,
          epochs,
          batchSize,
          stepsPerBatch,
          truncateAfter,
          clipNorm,
          momentum,
          weightDecay,
          labelSmoothing,
          patience,
          accumulate,
          averageWeights);
    }
  }
}
