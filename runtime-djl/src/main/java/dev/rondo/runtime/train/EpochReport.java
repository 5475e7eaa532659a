package dev.rondo.runtime.train;

import org.jspecify.annotations.Nullable;

/**
 * What one epoch of training brought.
 *
 * @param epoch counted from 1
 * @param learningRate the learning rate of its last step
 * @param trainingLoss the mean loss over its training examples
 * @param validationLoss the mean loss over the validation examples; null without any
 * @param validationAccuracy the share of right answers in [0, 1] on the validation examples; null
 *     without any, or where the model is no classifier
 * @param examples how many training examples it went through
 * @param seconds how long it took, validation included
 */
public record EpochReport(
    int epoch,
    double learningRate,
    double trainingLoss,
    @Nullable Double validationLoss,
    @Nullable Double validationAccuracy,
    long examples,
    double seconds) {}
