package dev.rondo.samples.sensors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Examples to train a model on.
 *
 * @param train those that it learns from
 * @param dev those that the best epoch is chosen by; empty for none
 */
record TrainingData<E>(List<E> train, List<E> dev) {
  private static final int EXAMPLES_PER_DEV_EXAMPLE = 10;

  /** By fewer, chance chooses the epoch. */
  private static final int FEWEST_DEV_EXAMPLES = 20;

  /**
   * Sets a tenth of the examples of each class aside as dev examples, picked at random by the seed:
   * none of a class with fewer than ten, and none at all if these are fewer than 20.
   */
  static <E> TrainingData<E> split(List<E> examples, Function<E, String> label, long seed) {
    List<E> shuffled = new ArrayList<>(examples);
    Collections.shuffle(shuffled, new Random(seed));
    Map<String, Integer> seen = new TreeMap<>();
    List<E> train = new ArrayList<>();
    List<E> dev = new ArrayList<>();
    for (E example : shuffled) {
      int count = seen.merge(label.apply(example), 1, Integer::sum);
      (count % EXAMPLES_PER_DEV_EXAMPLE == 0 ? dev : train).add(example);
    }
    return dev.size() < FEWEST_DEV_EXAMPLES
        ? new TrainingData<>(List.copyOf(examples), List.of())
        : new TrainingData<>(List.copyOf(train), List.copyOf(dev));
  }
}
