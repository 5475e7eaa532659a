package dev.rondo.samples.speech;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.rondo.AudioClip;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Joins recordings of a speaker to longer ones. */
final class Sequences {
  private static final int FEWEST = 3;
  private static final int MOST = 7;

  private Sequences() {}

  /**
   * Returns sequences of 3 to 7 recordings of one speaker, drawn with replacement.
   *
   * @param count how many sequences
   */
  static List<Recording> joined(List<Recording> recordings, int count, long seed) {
    List<List<Recording>> speakers =
        new ArrayList<>(
            recordings.stream()
                .collect(groupingBy(Recording::speaker, TreeMap::new, toList()))
                .values());
    Random random = new Random(seed);
    List<Recording> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Recording> all = speakers.get(random.nextInt(speakers.size()));
      List<Recording> parts = new ArrayList<>();
      for (int length = FEWEST + random.nextInt(MOST - FEWEST + 1); length > 0; length--) {
        parts.add(all.get(random.nextInt(all.size())));
      }
      sequences.add(
          new Recording(
              parts.stream().map(Recording::name).collect(joining(" + ")),
              parts.get(0).speaker(),
              -1,
              AudioClip.join(parts.stream().map(Recording::clip).toList()),
              parts.stream().map(Recording::text).collect(joining(" "))));
    }
    return sequences;
  }
}
