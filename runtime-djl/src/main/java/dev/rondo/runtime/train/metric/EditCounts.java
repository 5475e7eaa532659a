package dev.rondo.runtime.train.metric;

import java.util.List;

/**
 * What turns right texts into answered ones at least: tokens put in place of others, left out, and
 * put in besides (Levenshtein 1966).
 *
 * @param substitutions tokens in place of others
 * @param deletions right tokens that the answers lack
 * @param insertions tokens that the answers have besides
 * @param tokens of the right texts
 */
public record EditCounts(long substitutions, long deletions, long insertions, long tokens) {
  /** No texts. */
  static final EditCounts NONE = new EditCounts(0, 0, 0, 0);

  /**
   * Returns the counts of one text; of the ways with the fewest edits, one that substitutes most.
   */
  static EditCounts of(List<?> expected, List<?> answered) {
    int rows = expected.size();
    int columns = answered.size();
    int[][] edits = new int[rows + 1][columns + 1];
    for (int i = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
        } else {
          int same = expected.get(i - 1).equals(answered.get(j - 1)) ? 0 : 1;
          edits[i][j] =
              Math.min(edits[i - 1][j - 1] + same, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        }
      }
    }
    int substituted = 0;
    int deleted = 0;
    int inserted = 0;
    int i = rows;
    int j = columns;
    while (i > 0 || j > 0) {
      boolean both = i > 0 && j > 0;
      int same = both && expected.get(i - 1).equals(answered.get(j - 1)) ? 0 : 1;
      if (both && edits[i][j] == edits[i - 1][j - 1] + same) {
        substituted += same;
        i--;
        j--;
      } else if (i > 0 && edits[i][j] == edits[i - 1][j] + 1) {
        deleted++;
        i--;
      } else {
        inserted++;
        j--;
      }
    }
    return new EditCounts(substituted, deleted, inserted, rows);
  }

  /** Returns the sum of both. */
  EditCounts plus(EditCounts other) {
    return new EditCounts(
        substitutions + other.substitutions,
        deletions + other.deletions,
        insertions + other.insertions,
        tokens + other.tokens);
  }

  /**
   * Returns the edits for each right token: the error rate, which is above 1 where more is answered
   * than is right; NaN without tokens.
   */
  public double rate() {
    return (double) (substitutions + deletions + insertions) / tokens;
  }
}
