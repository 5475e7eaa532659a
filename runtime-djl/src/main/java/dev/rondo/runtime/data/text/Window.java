package dev.rondo.runtime.data.text;

import java.util.List;

/**
 * The next steps of several streams of text, side by side: the rows of a step of truncated
 * backpropagation through time. Arrays are not copied and must not be changed.
 *
 * @param inputs the tokens that each row reads, at least one
 * @param targets for each of them the token that follows, {@link TextStreams#BOUNDARY} where the
 *     text ends
 * @param previous for each row its place in the window before; -1 where it starts anew, at the
 *     beginning of a document or of the stream
 */
public record Window(List<int[]> inputs, List<int[]> targets, List<Integer> previous) {
  /** Copies the lists. */
  public Window {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
    previous = List.copyOf(previous);
  }

  /** Returns how many tokens are read, and as many foretold. */
  public int tokens() {
    return inputs.stream().mapToInt(row -> row.length).sum();
  }

  /** Returns the steps of the longest row. */
  public int steps() {
    return inputs.stream().mapToInt(row -> row.length).max().orElse(0);
  }

  @Override
  public String toString() {
    return "Window[rows=%s, steps=%s, previous=%s]".formatted(inputs.size(), steps(), previous);
  }
}
