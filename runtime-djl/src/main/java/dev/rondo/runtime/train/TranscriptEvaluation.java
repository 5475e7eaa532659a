package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Wording;
import dev.rondo.runtime.train.metric.EditCounts;
import java.util.Locale;

/**
 * How good transcripts are.
 *
 * @param examples how many there are
 * @param characters what is wrong with them, character by character
 * @param words what is wrong with them, word by word; words are what white space separates
 * @param exact the share of texts without any error, in [0, 1]; NaN without examples
 * @param blanks the share of steps whose likeliest token is the blank, in [0, 1]; NaN without
 *     examples
 * @param loss the mean over the examples of -ln of the probability of the right text, for each of
 *     its tokens; NaN without examples
 */
public record TranscriptEvaluation(
    long examples,
    EditCounts characters,
    EditCounts words,
    double exact,
    double blanks,
    double loss)
    implements HeadEvaluation {
  /** Returns the edits for each right character. */
  public double characterErrorRate() {
    return characters.rate();
  }

  /** Returns the edits for each right word. */
  public double wordErrorRate() {
    return words.rate();
  }

  @Override
  public Quality quality() {
    return new Quality("character errors", characterErrorRate(), true, true);
  }

  /** Returns all figures in a line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "character errors %.1f %% (%d substituted, %d left out, %d besides), word errors %.1f %%"
            + " (%d, %d, %d), %.1f %% exact, %.1f %% blanks, loss %s, %d examples",
        100 * characterErrorRate(),
        characters.substitutions(),
        characters.deletions(),
        characters.insertions(),
        100 * wordErrorRate(),
        words.substitutions(),
        words.deletions(),
        words.insertions(),
        100 * exact,
        100 * blanks,
        Wording.significant(loss),
        examples);
  }
}
