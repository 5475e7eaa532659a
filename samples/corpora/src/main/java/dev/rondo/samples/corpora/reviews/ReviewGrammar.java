package dev.rondo.samples.corpora.reviews;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Writes reviews of films, hotels, phones and other things, with their labels, to train a sentiment
 * classifier on.
 *
 * <p>A review is drawn from a grammar whose symbols carry a sentiment: "{@code not X}" is positive
 * where {@code X} is negative, and of "{@code X, but Y}" the second half counts. So the label of a
 * review is right by construction, and words without sentiment are equally frequent on both sides.
 * The grammar is data: see {@code lexicon/index.txt} among the resources.
 *
 * <pre>{@code
 * List<LabelledSentence> train = new ReviewGrammar(1).sentences(12_000);
 * List<LabelledSentence> dev = new ReviewGrammar(2).sentencesExcept(train, 1_000);
 * }</pre>
 */
public final class ReviewGrammar {

  private static final int MIN_WORDS = 2;
  private static final int MAX_WORDS = 45;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int TRIES_PER_SENTENCE = 100;

  private final long seed;
  private final Lexicon lexicon;

  /**
   * Creates a grammar.
   *
   * @param seed decides which reviews are drawn; the same seed gives the same reviews everywhere
   * @throws IllegalStateException naming file and line, if the lexicon is malformed
   */
  public ReviewGrammar(long seed) {
    this.seed = seed;
    this.lexicon = Lexicon.load();
  }

  /**
   * Returns distinct reviews, as many negative as positive ones, in alternation. Every call returns
   * the same reviews, a larger count only adds to them.
   */
  public List<LabelledSentence> sentences(int count) {
    return sentencesExcept(List.of(), count);
  }

  /**
   * Returns distinct reviews as {@link #sentences} does, leaving out those among the given ones.
   * Reviews that differ only in capitals and punctuation count as the same.
   *
   * @param others reviews to leave out, such as those to train on when these are to validate on
   * @param count how many reviews to return
   */
  public List<LabelledSentence> sentencesExcept(Collection<LabelledSentence> others, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + ", it must not be negative");
    }
    Set<String> seen = new HashSet<>();
    others.forEach(sentence -> seen.add(key(sentence.text())));
    SplittableRandom random = new SplittableRandom(seed);
    List<LabelledSentence> sentences = new ArrayList<>(count);
    while (sentences.size() < count) {
      Verdict label = sentences.size() % 2 == 0 ? Verdict.NEGATIVE : Verdict.POSITIVE;
      sentences.add(new LabelledSentence(unseenText(label, random, seen), label));
    }
    return List.copyOf(sentences);
  }

  private String unseenText(Verdict label, SplittableRandom random, Set<String> seen) {
    for (int i = 0; i < TRIES_PER_SENTENCE; i++) {
      String text = Orthography.write(Expander.expand(lexicon, label, random), random);
      int words = text.split(" ", -1).length;
      if (words >= MIN_WORDS && words <= MAX_WORDS && seen.add(key(text))) {
        return text;
      }
    }
    throw new IllegalStateException("the lexicon is too small for so many distinct reviews");
  }

  /** The letters and digits of a review, by which it is recognised. */
  private static String key(String text) {
    return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
