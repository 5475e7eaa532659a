package dev.rondo.runtime.train.checkpoint;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.train.TrainingHistory;
import java.util.Map;

/**
 * What a training is made of at one moment, before the next step changes it.
 *
 * @param position where the training is
 * @param history the epochs that are completed
 * @param arrays of each part, by name; they stay the training's
 */
public record TrainingState(
    Map<String, String> position,
    TrainingHistory history,
    Map<Checkpoint.Part, Map<String, NDArray>> arrays) {}
