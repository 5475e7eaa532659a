package dev.rondo.runtime.train;

import dev.rondo.runtime.engine.Device;

/**
 * What a training is about to do.
 *
 * @param epochs at the most
 * @param examples in an epoch
 * @param weights how many numbers the network learns
 * @param device where
 */
public record TrainingPlan(int epochs, long examples, long weights, Device device) {}
