package dev.rondo.it.benchmark.peer;

import java.util.Random;

/**
 * A classifier that every peer builds alike: an embedding of {@value #VOCABULARY} symbols, one
 * recurrent layer, and a dense layer of {@value #CLASSES} classes on its final state. It is trained
 * with softmax cross entropy and Adam at {@value #LEARNING_RATE}, without clipping, on one batch of
 * sequences that are equally long.
 *
 * @param cell of the recurrent layer
 * @param size of the batch and the recurrent layer
 * @param bidirectional whether there is a second layer that reads backward
 */
public record Workload(Cell cell, Size size, boolean bidirectional) {
  /** Different symbols; so few that their embedding hardly counts. */
  public static final int VOCABULARY = 100;

  /** Classes to tell apart. */
  public static final int CLASSES = 10;

  /** The learning rate of Adam. */
  public static final float LEARNING_RATE = 1e-3f;

  private static final long SEED = 17;

  /** Returns the features of the final state. */
  public int stateSize() {
    return size.units() * (bidirectional ? 2 : 1);
  }

  /** Returns the symbols of the batch, (batch, steps) row by row; 0 stands for padding. */
  public int[] tokens() {
    return new Random(SEED).ints((long) size.batch() * size.steps(), 1, VOCABULARY).toArray();
  }

  /** Returns the class of each sequence. */
  public int[] classes() {
    return new Random(SEED + 1).ints(size.batch(), 0, CLASSES).toArray();
  }

  /** Returns the work as in {@code LSTM, bidirectional, 64 × 50, 128 → 256}. */
  @Override
  public String toString() {
    return cell + (bidirectional ? ", bidirectional, " : ", ") + size;
  }
}
