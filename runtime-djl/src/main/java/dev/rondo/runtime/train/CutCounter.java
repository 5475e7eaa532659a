package dev.rondo.runtime.train;

import dev.rondo.runtime.data.text.LengthLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts the training examples whose inputs are cut as they become rows for the first time. */
final class CutCounter {
  private final List<Limited> inputs = new ArrayList<>();
  private final Consumer<CutInputs> told;

  /** An input with a limit. */
  private static final class Limited {
    private final String name;
    private final LengthLimit limit;
    private long before;
    private long examples;

    Limited(String name, LengthLimit limit) {
      this.name = name;
      this.limit = limit;
    }
  }

  /**
   * Starts to count.
   *
   * @param limits of the inputs that have one, by what the user calls them
   * @param told is given the figures of each input that was cut
   */
  CutCounter(Map<String, LengthLimit> limits, Consumer<CutInputs> told) {
    limits.forEach((name, limit) -> inputs.add(new Limited(name, limit)));
    this.told = told;
  }

  /** An example is about to become a row. */
  void before() {
    for (Limited input : inputs) {
      input.before = input.limit.cut();
    }
  }

  /** It is a row. */
  void after() {
    for (Limited input : inputs) {
      input.examples += input.limit.cut() > input.before ? 1 : 0;
    }
  }

  /** All are rows. */
  void tell(long examples) {
    for (Limited input : inputs) {
      if (input.examples > 0) {
        told.accept(
            new CutInputs(
                input.name, input.limit.most(), input.limit.keep(), input.examples, examples));
      }
    }
  }
}
