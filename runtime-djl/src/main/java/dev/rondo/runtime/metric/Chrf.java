package dev.rondo.runtime.metric;

import java.util.List;
import java.util.Locale;

/**
 * chrF2, a score of machine translation that compares runs of one to six characters (Popović 2015,
 * <a href="https://aclanthology.org/W15-3049/">"chrF: character n-gram F-score for automatic MT
 * evaluation"</a>): the F-score of their mean precision and recall, in which recall weighs twice as
 * much (Popović 2016, <a href="https://aclanthology.org/W16-2341/">"chrF deconstructed: beta
 * parameters and n-gram weights"</a>). It needs no tokenization, and a wrong ending costs less than
 * a wrong word.
 *
 * <p>Scores are those of sacreBLEU's defaults (Post 2018, <a
 * href="https://aclanthology.org/W18-6319/">"A call for clarity in reporting BLEU scores"</a>):
 * white space is left out, and of several references each segment is compared with the one that
 * gives it the best score. With several segments that one need not be the best for the corpus.
 *
 * <pre>{@code
 * ChrfScore score = Chrf.standard().corpus(translations, references);   // chrF2 = 59.73
 * }</pre>
 *
 * <p>Immutable: the setter returns a changed copy.
 */
public final class Chrf {
  private final boolean lowercase;

  private Chrf(boolean lowercase) {
    this.lowercase = lowercase;
  }

  /** Returns sacreBLEU's defaults: case matters. */
  public static Chrf standard() {
    return new Chrf(false);
  }

  /** Sets whether upper and lower case are the same; false by default. */
  public Chrf lowercase(boolean same) {
    return new Chrf(same);
  }

  /**
   * Returns the score of a corpus.
   *
   * @param hypotheses the translations to be judged
   * @param references one or more texts for each of them, in the same order
   * @throws IllegalArgumentException if there are no hypotheses, if there are more or fewer of them
   *     than of the references' lists, if one of the lists is empty, or if anything is null
   */
  public ChrfScore corpus(List<String> hypotheses, List<? extends List<String>> references) {
    return score(Segment.corpus(hypotheses, references));
  }

  /**
   * Returns the score of one sentence. The mean over sentences is not the score of a corpus.
   *
   * @throws IllegalArgumentException if there are no references, or if anything is null
   */
  public ChrfScore sentence(String hypothesis, List<String> references) {
    return score(List.of(Segment.of(hypothesis, references)));
  }

  private ChrfScore score(List<Segment> segments) {
    ChrfCounts sum = new ChrfCounts();
    segments.forEach(segment -> sum.add(best(segment)));
    return new ChrfScore(
        sum.score(), Signatures.of(segments, lowercase, "eff:yes|nc:6|nw:0|space:no"));
  }

  /** Returns the counts with the reference that gives the best score, the first of equals. */
  private ChrfCounts best(Segment segment) {
    List<Integer> hypothesis = characters(segment.hypothesis());
    ChrfCounts best = ChrfCounts.of(hypothesis, characters(segment.references().get(0)));
    for (String reference : segment.references()) {
      ChrfCounts counts = ChrfCounts.of(hypothesis, characters(reference));
      if (counts.score() > best.score()) {
        best = counts;
      }
    }
    return best;
  }

  private List<Integer> characters(String text) {
    return WhiteSpace.others(lowercase ? text.toLowerCase(Locale.ROOT) : text);
  }
}
