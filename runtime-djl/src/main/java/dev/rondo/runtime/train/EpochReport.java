package dev.rondo.runtime.train;

import org.jspecify.annotations.Nullable;

/**
 * What one epoch of training brought.
 *
 * @param epoch counted from 1
 * @param learningRate the learning rate of its last step
 * @param trainingLoss the mean loss over its training examples
 * @param validationLoss the mean loss over the validation examples; null without any
 * @param validationQuality how good the answers to the validation examples are; null without any,
 *     or where nothing but the loss tells
 * @param examples how many training examples it went through; tokens where the model learns texts
 * @param seconds how long it took, validation included
 */
public record EpochReport(
    int epoch,
    double learningRate,
    double trainingLoss,
    @Nullable Double validationLoss,
    @Nullable Quality validationQuality,
    long examples,
    double seconds) {}
