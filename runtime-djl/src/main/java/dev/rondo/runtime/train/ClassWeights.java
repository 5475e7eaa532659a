package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Wording;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much examples of each class count in the loss, 1 if nothing else is said: for classes that
 * are rare or dear to miss. Those that the user gives and those that balance the classes multiply.
 *
 * @param <T> the type of a class
 */
public final class ClassWeights<T> {
  private static final int COUNTED_AT_ONCE = 1024;

  private final Map<T, Double> given = new LinkedHashMap<>();

  /**
   * Sets the weight of a class.
   *
   * @param weight above 0
   * @throws IllegalArgumentException if the class is null or the weight out of range
   */
  public void set(T value, double weight) {
    Arguments.notNull(value, "class");
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight of " + value + " is " + weight + ", must be above 0 and finite");
    }
    given.put(value, weight);
  }

  /** Returns the weights that were set, in the order in which they were. */
  @Override
  public String toString() {
    return given.toString();
  }

  /** Returns whether no class has a weight. */
  public boolean isEmpty() {
    return given.isEmpty();
  }

  /**
   * Returns the weights of classes.
   *
   * @param classes in the order of their numbers
   * @throws IllegalArgumentException if a weight was set for a class that is none of these
   */
  public float[] of(List<T> classes) {
    for (T value : given.keySet()) {
      if (!classes.contains(value)) {
        throw new IllegalArgumentException(
            "a weight is set for %s, which is none of the classes %s"
                .formatted(value, Wording.list(classes.stream().map(String::valueOf).toList())));
      }
    }
    float[] weights = new float[classes.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = given.getOrDefault(classes.get(i), 1.0).floatValue();
    }
    return weights;
  }

  /**
   * Returns the weights of classes, so that before what was set each class counts as much as any
   * other: {@code n / (k n_c)} for n examples, n_c of them of class c, and k classes that there are
   * examples of (what scikit-learn calls {@code class_weight="balanced"}). The mean weight of an
   * example stays 1.
   *
   * @param classes in the order of their numbers
   * @param counts examples of each
   * @throws IllegalArgumentException as for {@link #of}, or if there are other counts than classes
   */
  public float[] balanced(List<T> classes, long[] counts) {
    if (counts.length != classes.size()) {
      throw new IllegalArgumentException(
          "there are " + counts.length + " counts of " + classes.size() + " classes");
    }
    float[] weights = of(classes);
    long all = Arrays.stream(counts).sum();
    long seen = Arrays.stream(counts).filter(count -> count > 0).count();
    for (int i = 0; i < weights.length; i++) {
      if (counts[i] > 0) {
        weights[i] *= (float) ((double) all / seen / counts[i]);
      }
    }
    return weights;
  }

  /**
   * Returns two weights for each label of a set, of those who do not have it and of those who do,
   * so that before what was set both count as much: {@code n / (2 n_c)}, as {@link #balanced}
   * computes it for each label. A weight that was set counts for both.
   *
   * @param labels in the order of their numbers
   * @param counts how many examples have each
   * @param examples how many there are in all
   * @return no and yes, label by label, (2 × labels)
   * @throws IllegalArgumentException as for {@link #balanced}
   */
  public float[] balancedLabels(List<T> labels, long[] counts, long examples) {
    if (counts.length != labels.size()) {
      throw new IllegalArgumentException(
          "there are " + counts.length + " counts of " + labels.size() + " labels");
    }
    float[] given = of(labels);
    float[] weights = new float[2 * given.length];
    ClassWeights<Boolean> even = new ClassWeights<>();
    for (int i = 0; i < given.length; i++) {
      float[] both =
          even.balanced(List.of(false, true), new long[] {examples - counts[i], counts[i]});
      weights[2 * i] = given[i] * both[0];
      weights[2 * i + 1] = given[i] * both[1];
    }
    return weights;
  }

  /**
   * Returns the weights of classes, balanced by how often training shows each.
   *
   * @param classes in the order of their numbers
   * @param rows the training data: for each row and head its targets
   * @param head its place among the heads
   * @throws IllegalArgumentException as for {@link #of}
   */
  public float[] balanced(List<T> classes, Rows<?, float[][]> rows, int head) {
    long[] counts = new long[classes.size()];
    forEach(
        rows,
        head,
        (target, place) -> {
          if (!Float.isNaN(target)) {
            counts[(int) target]++;
          }
        });
    return balanced(classes, counts);
  }

  /**
   * Returns two weights for each label, balanced by how often training shows it.
   *
   * @param labels in the order of their numbers
   * @param rows the training data: for each row and head its targets
   * @param head its place among the heads
   * @return no and yes, label by label, (2 × labels)
   * @throws IllegalArgumentException as for {@link #of}
   */
  public float[] balancedLabels(List<T> labels, Rows<?, float[][]> rows, int head) {
    long[] counts = new long[labels.size()];
    long[] present = new long[1];
    forEach(
        rows,
        head,
        (target, place) -> {
          if (!Float.isNaN(target)) {
            present[0]++;
            counts[place % counts.length] += target == 1 ? 1 : 0;
          }
        });
    return balancedLabels(labels, counts, present[0] / labels.size());
  }

  @FunctionalInterface
  private interface Counter {
    void count(float target, int place);
  }

  private static void forEach(Rows<?, float[][]> rows, int head, Counter counter) {
    for (Batch<?, float[][]> batch : rows.epoch(0, 1, COUNTED_AT_ONCE)) {
      for (float[][] targets : batch.expected()) {
        for (int i = 0; i < targets[head].length; i++) {
          counter.count(targets[head][i], i);
        }
      }
    }
  }
}
