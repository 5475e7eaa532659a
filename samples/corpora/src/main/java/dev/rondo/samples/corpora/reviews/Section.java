package dev.rondo.samples.corpora.reviews;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a slot can be filled with: the entries of one section of the lexicon for one sentiment, the
 * neutral ones included.
 */
final class Section {

  /**
   * An entry with its weight and its place.
   *
   * @param phrase the entry
   * @param weight how many times as often it is drawn as an entry of weight one
   * @param where its file and line, for error messages
   */
  record Entry(Phrase phrase, int weight, String where) {}

  private final String name;
  private final List<Entry> entries;
  private final boolean once;
  private final boolean polar;
  private final int[] weightsUpTo;

  /**
   * Creates a section.
   *
   * @param name its name
   * @param entries what it contains, at least one entry
   * @param once whether a review keeps the first entry drawn
   * @param polar whether it contains other entries for the opposite sentiment
   */
  Section(String name, List<Entry> entries, boolean once, boolean polar) {
    this.name = name;
    this.entries = List.copyOf(entries);
    this.once = once;
    this.polar = polar;
    int[] weights = entries.stream().mapToInt(Entry::weight).toArray();
    Arrays.parallelPrefix(weights, Integer::sum);
    this.weightsUpTo = weights;
  }

  String name() {
    return name;
  }

  List<Entry> entries() {
    return entries;
  }

  /** Whether a review keeps the first entry drawn. */
  boolean once() {
    return once;
  }

  /** Whether the entries carry sentiment. */
  boolean polar() {
    return polar;
  }

  /** Draws an entry by weight. */
  Phrase draw(RandomGenerator random) {
    int ticket = random.nextInt(weightsUpTo[weightsUpTo.length - 1]) + 1;
    int place = Arrays.binarySearch(weightsUpTo, ticket);
    return entries.get(place < 0 ? -place - 1 : place).phrase();
  }
}
