package dev.rondo.runtime.data;

import java.util.List;

/**
 * Rows that go through the network together, padded to the longest of them.
 *
 * @param inputs the encoded inputs
 * @param expected the encoded outputs, in the order of the inputs
 * @param maxLength the steps of the longest input
 * @param <I> the type of an encoded input
 * @param <O> the type of an encoded output
 */
public record Batch<I, O>(List<I> inputs, List<O> expected, int maxLength) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if they are empty or of different sizes
   */
  public Batch {
    inputs = List.copyOf(inputs);
    expected = List.copyOf(expected);
    if (inputs.isEmpty() || inputs.size() != expected.size()) {
      throw new IllegalArgumentException(
          "a batch cannot have %s inputs and %s outputs".formatted(inputs.size(), expected.size()));
    }
  }

  static <I, O> Batch<I, O> of(List<Row<I, O>> rows) {
    return new Batch<>(
        rows.stream().map(Row::input).toList(),
        rows.stream().map(Row::expected).toList(),
        rows.stream().mapToInt(Row::length).max().orElse(0));
  }

  /** Returns how many rows there are, at least 1. */
  public int size() {
    return inputs.size();
  }
}
