package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.text.Spelling;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a language model expects to follow a text. Immutable.
 *
 * <p>It is no {@link dev.rondo.Prediction}: a vocabulary has tens of thousands of answers, of which
 * few are looked at; what a token adds to a text depends on what stands before it; and a text may
 * also end, or go on with a token that the vocabulary lacks.
 */
public final class NextToken {
  private final TextCodec codec;
  private final int[] read;
  private final double[] probabilities;

  private NextToken(TextCodec codec, int[] read, double[] probabilities) {
    this.codec = codec;
    this.read = read;
    this.probabilities = probabilities;
  }

  /**
   * Returns what scores say; called by generated code.
   *
   * @param read the tokens just read, at least one
   * @param scores after the last of them, one for each token, before the softmax
   */
  public static NextToken of(TextCodec codec, int[] read, float[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      greatest = Math.max(greatest, score);
    }
    double[] probabilities = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = Math.exp(scores[i] - greatest);
      sum += probabilities[i];
    }
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] /= sum;
    }
    return new NextToken(codec, read.clone(), probabilities);
  }

  /**
   * A token that may follow.
   *
   * @param text what it adds to the text just read: a word has a space before it where one belongs
   * @param probability in [0, 1]
   */
  public record Candidate(String text, double probability) {}

  /**
   * Returns the likeliest tokens, the likeliest first; the end and unknown tokens are none.
   *
   * @param count how many at most, at least 1
   * @throws IllegalArgumentException if it is below 1
   */
  public List<Candidate> likeliest(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count is " + count + ", must be at least 1");
    }
    return IntStream.range(0, probabilities.length)
        .filter(token -> token != TextStreams.BOUNDARY && token != Vocabulary.UNKNOWN)
        .boxed()
        .sorted(Comparator.comparingDouble(token -> -probabilities[token]))
        .limit(count)
        .map(token -> new Candidate(added(token), probabilities[token]))
        .toList();
  }

  private String added(int token) {
    Spelling spelling = codec.spelling();
    for (int before : read) {
      spelling.add(before);
    }
    return spelling.add(token);
  }

  /** Returns what the likeliest token adds to the text; empty if the vocabulary has no token. */
  public String text() {
    return likeliest(1).stream().findFirst().map(Candidate::text).orElse("");
  }

  /**
   * Returns the probability, in [0, 1], of a token; of one that the vocabulary lacks, that of all
   * such tokens together.
   *
   * @param token as the model cuts texts: a word without spaces, or a character
   * @throws IllegalArgumentException if it is null, or not exactly one token
   */
  public double probability(String token) {
    int[] tokens = codec.tokens(token);
    if (tokens.length != 1) {
      throw new IllegalArgumentException(
          "\"" + token + "\" is " + tokens.length + " tokens, expected 1");
    }
    return probabilities[tokens[0]];
  }

  /** Returns the probability, in [0, 1], that the text ends here. */
  public double endProbability() {
    return probabilities[TextStreams.BOUNDARY];
  }

  /** Returns the likeliest token and its probability: {@code " sea" (12.5 %)}. */
  @Override
  public String toString() {
    return likeliest(1).stream()
        .findFirst()
        .map(c -> String.format(Locale.ROOT, "\"%s\" (%.1f %%)", c.text(), 100 * c.probability()))
        .orElse("nothing");
  }
}
