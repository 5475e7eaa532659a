package dev.rondo.runtime.train.update;

import dev.rondo.runtime.train.TrainingOptions;

/** The learning rate over a training, as {@link dev.rondo.Schedule} defines it. */
public final class LearningRate {
  private LearningRate() {}

  /**
   * Returns the learning rate of a step.
   *
   * @param epoch counted from 1
   * @param progress the share of all steps before this one, in [0, 1]
   */
  public static double of(TrainingOptions options, int epoch, double progress) {
    double highest = options.learningRate();
    return switch (options.schedule()) {
      case CONSTANT -> highest;
      case STEP -> {
        int reductions = (epoch - 1) / options.decayEvery();
        yield highest * Math.pow(options.decayFactor(), reductions);
      }
      case COSINE -> {
        double warmup = options.warmup();
        yield progress < warmup
            ? highest * progress / warmup
            : highest * (1 + Math.cos(Math.PI * (progress - warmup) / (1 - warmup))) / 2;
      }
    };
  }
}
