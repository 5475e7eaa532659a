package dev.rondo.runtime.anomaly;

/**
 * What a trainer says in place of a model's annotations.
 *
 * @param window how many steps the network reads, at most; 0 as annotated
 * @param ahead how many steps ahead is also foretold; 0 as annotated
 */
public record AnomalyOptions(int window, int ahead) {
  /** Returns the options for people, and for what a checkpoint must agree with. */
  @Override
  public String toString() {
    return "window "
        + (window == 0 ? "as annotated" : window)
        + ", ahead "
        + (ahead == 0 ? "as annotated" : ahead);
  }
}
