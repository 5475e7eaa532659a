package dev.rondo.runtime.series;

/**
 * A part of a series that people called anomalous.
 *
 * @param first the index of its first step
 * @param last the index of its last step, inside; not before the first
 */
public record LabelledWindow(int first, int last) {
  /** Creates one. */
  public LabelledWindow {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("a window from " + first + " to " + last + " is none");
    }
  }

  /** Returns how many steps it has. */
  public int length() {
    return last - first + 1;
  }

  /** Returns whether a step is inside. */
  public boolean contains(int step) {
    return first <= step && step <= last;
  }
}
