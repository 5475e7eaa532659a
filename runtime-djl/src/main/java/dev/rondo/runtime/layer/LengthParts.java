package dev.rondo.runtime.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts sequences that are in ascending order of length into parts, so that little is computed on
 * padding: most words are short, and one is long.
 *
 * <p>Each part costs its padded steps and a call. The cuts that cost least are found by dynamic
 * programming over the different lengths.
 */
final class LengthParts {
  /** What the calls of a part cost, in steps: the engine is called some thirty times for each. */
  private static final int CALLS = 300;

  /** What each step of a part costs, however few sequences have it, in steps. */
  private static final int STEP = 16;

  private LengthParts() {}

  /**
   * Returns where parts end.
   *
   * @param lengths ascending, at least one
   * @return the index behind the last sequence of each part, ascending; the last is the number of
   *     sequences
   */
  static List<Integer> ends(int[] lengths) {
    List<Integer> cuts = new ArrayList<>(List.of(0)); // before each different length
    for (int i = 1; i < lengths.length; i++) {
      if (lengths[i] != lengths[i - 1]) {
        cuts.add(i);
      }
    }
    cuts.add(lengths.length);
    long[] cost = new long[cuts.size()];
    int[] before = new int[cuts.size()];
    for (int to = 1; to < cost.length; to++) {
      cost[to] = Long.MAX_VALUE;
      long longest = lengths[cuts.get(to) - 1];
      for (int from = 0; from < to; from++) {
        long rows = FewShapes.rows(cuts.get(to) - cuts.get(from));
        long with = cost[from] + CALLS + longest * (STEP + rows);
        if (with < cost[to]) {
          cost[to] = with;
          before[to] = from;
        }
      }
    }
    List<Integer> ends = new ArrayList<>();
    for (int at = cost.length - 1; at > 0; at = before[at]) {
      ends.add(cuts.get(at));
    }
    Collections.reverse(ends);
    return ends;
  }
}
