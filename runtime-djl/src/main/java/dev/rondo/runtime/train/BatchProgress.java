package dev.rondo.runtime.train;

/**
 * How far an epoch is.
 *
 * @param epoch counted from 1
 * @param epochs at the most
 * @param done training examples of this epoch that are done
 * @param examples training examples in an epoch
 * @param meanLoss the mean loss over those that are done
 * @param learningRate of the last step
 * @param seconds since the epoch began
 */
public record BatchProgress(
    int epoch,
    int epochs,
    long done,
    long examples,
    double meanLoss,
    double learningRate,
    double seconds) {}
