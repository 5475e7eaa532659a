package dev.rondo.runtime.metric;

import dev.rondo.runtime.data.Arguments;
import java.util.List;
import java.util.Locale;

/**
 * BLEU, the score of machine translation: how many of a translation's runs of one to four words
 * stand in references that people wrote (Papineni et al. 2002, <a
 * href="https://aclanthology.org/P02-1040/">"BLEU: a method for automatic evaluation of machine
 * translation"</a>). It is the geometric mean of the four precisions over the whole corpus, times a
 * penalty if the translations are shorter than the references.
 *
 * <p>Scores are those of sacreBLEU, which fixed the tokenization and the details so that they can
 * be compared (Post 2018, <a href="https://aclanthology.org/W18-6319/">"A call for clarity in
 * reporting BLEU scores"</a>). Texts are given as people read them, not tokenized.
 *
 * <pre>{@code
 * BleuScore score = Bleu.standard().corpus(translations, references);
 * System.out.println(score);              // BLEU = 48.53 82.4/50.0/45.5/37.5 (BP = 0.943 ...
 * System.out.println(score.signature());  // nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|...
 * }</pre>
 *
 * <p>Immutable: each setter returns a changed copy.
 */
public final class Bleu {
  private final boolean lowercase;
  private final Tokenization tokenization;
  private final Smoothing smoothing;

  private Bleu(boolean lowercase, Tokenization tokenization, Smoothing smoothing) {
    this.lowercase = lowercase;
    this.tokenization = tokenization;
    this.smoothing = smoothing;
  }

  /** Returns sacreBLEU's defaults: case matters, tokenization 13a, smoothing "exp". */
  public static Bleu standard() {
    return new Bleu(false, Tokenization.V13A, Smoothing.EXP);
  }

  /** Sets whether upper and lower case are the same; false by default. */
  public Bleu lowercase(boolean same) {
    return new Bleu(same, tokenization, smoothing);
  }

  /** Sets how texts are cut into words; {@link Tokenization#V13A} by default. */
  public Bleu tokenization(Tokenization way) {
    return new Bleu(lowercase, Arguments.notNull(way, "tokenization"), smoothing);
  }

  /** Sets what stands for a precision of zero; {@link Smoothing#EXP} by default. */
  public Bleu smoothing(Smoothing way) {
    return new Bleu(lowercase, tokenization, Arguments.notNull(way, "smoothing"));
  }

  /**
   * Returns the score of a corpus. It is 0 if no hypothesis has four words, however right they are.
   *
   * @param hypotheses the translations to be judged
   * @param references one or more texts for each of them, in the same order
   * @throws IllegalArgumentException if there are no hypotheses, if there are more or fewer of them
   *     than of the references' lists, if one of the lists is empty, or if anything is null
   */
  public BleuScore corpus(List<String> hypotheses, List<? extends List<String>> references) {
    return score(Segment.corpus(hypotheses, references), false);
  }

  /**
   * Returns the score of one sentence, in which n-grams longer than the sentence do not count
   * (sacreBLEU's effective order). The mean over sentences is not the score of a corpus.
   *
   * @throws IllegalArgumentException if there are no references, or if anything is null
   */
  public BleuScore sentence(String hypothesis, List<String> references) {
    return score(List.of(Segment.of(hypothesis, references)), true);
  }

  private BleuScore score(List<Segment> segments, boolean effectiveOrder) {
    BleuCounts counts = new BleuCounts();
    for (Segment segment : segments) {
      counts.add(
          words(segment.hypothesis()), segment.references().stream().map(this::words).toList());
    }
    String settings =
        "eff:%s|tok:%s|smooth:%s"
            .formatted(effectiveOrder ? "yes" : "no", tokenization.id(), smoothing.id());
    return counts.score(smoothing, effectiveOrder, Signatures.of(segments, lowercase, settings));
  }

  private List<String> words(String text) {
    return tokenization.words(lowercase ? text.toLowerCase(Locale.ROOT) : text);
  }
}
