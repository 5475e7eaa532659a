package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.kernel.SamplingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a language model chooses the tokens that it writes, and when it ends. Immutable: each setter
 * returns a changed copy, so that one can be kept and shared by threads.
 *
 * <p>The model gives each token of its vocabulary a score. {@link #greedy} takes the highest, which
 * soon repeats itself; {@link #atRandom} draws by the softmax of the scores. Between the two:
 *
 * <pre>{@code
 * // likely texts, not always the same: a low temperature, and no unlikely tokens
 * poet.write("To be", Sampling.atRandom().temperature(0.7).topP(0.95));
 *
 * // bolder ones, from the 40 likeliest tokens
 * poet.write("To be", Sampling.atRandom().temperature(1.2).topK(40));
 *
 * // the same text each time
 * poet.write("To be", Sampling.atRandom().temperature(0.7).seed(1));
 *
 * // to the end of the paragraph, 2,000 tokens at the most
 * poet.write("To be", Sampling.greedy().stopAt("\n\n").maximumLength(2_000));
 *
 * // piece by piece, as it is written
 * try (Stream<String> pieces = poet.writeStream("To be", Sampling.atRandom())) {
 *   pieces.forEach(System.out::print);
 * }
 * }</pre>
 *
 * <p>Temperature comes first, then {@link #topK}, then {@link #topP}, each among the tokens that
 * the one before has left.
 */
public final class Sampling {
  private static final int USUAL_LENGTH = 500;

  private final boolean greedy;
  private final double temperature;
  private final int topK;
  private final double topP;
  private final OptionalLong seed;
  private final int maximumLength;
  private final List<String> stops;

  private Sampling(
      boolean greedy,
      double temperature,
      int topK,
      double topP,
      OptionalLong seed,
      int maximumLength,
      List<String> stops) {
    this.greedy = greedy;
    this.temperature = temperature;
    this.topK = topK;
    this.topP = topP;
    this.seed = seed;
    this.maximumLength = maximumLength;
    this.stops = List.copyOf(stops);
    settings(temperature, topK, topP);
  }

  private static SamplingSettings settings(double temperature, int topK, double topP) {
    return new SamplingSettings(temperature, topK, topP);
  }

  /**
   * Returns drawing by the model's own probabilities: temperature 1, all tokens, another text each
   * time, at most 500 tokens.
   */
  public static Sampling atRandom() {
    return new Sampling(false, 1, 0, 1, OptionalLong.empty(), USUAL_LENGTH, List.of());
  }

  /** Returns the choice of the likeliest token each time, at most 500 of them. */
  public static Sampling greedy() {
    return new Sampling(true, 1, 0, 1, OptionalLong.empty(), USUAL_LENGTH, List.of());
  }

  /**
   * Sets what scores are divided by before the softmax: below 1 likely tokens become likelier
   * still, above 1 less so. Nothing to a greedy choice.
   *
   * @throws IllegalArgumentException if it is not above 0 and finite
   */
  public Sampling temperature(double degree) {
    return new Sampling(greedy, degree, topK, topP, seed, maximumLength, stops);
  }

  /**
   * Lets only the likeliest tokens be drawn (Fan et al. 2018, "Hierarchical neural story
   * generation"). Nothing to a greedy choice.
   *
   * @param tokens how many; 0 for all
   * @throws IllegalArgumentException if it is negative
   */
  public Sampling topK(int tokens) {
    return new Sampling(greedy, temperature, tokens, topP, seed, maximumLength, stops);
  }

  /**
   * Lets only the likeliest tokens be drawn whose probabilities together reach a share (Holtzman et
   * al. 2020, "The curious case of neural text degeneration"). Nothing to a greedy choice.
   *
   * @param share in (0, 1]; 1 for all
   * @throws IllegalArgumentException if it is out of range
   */
  public Sampling topP(double share) {
    return new Sampling(greedy, temperature, topK, share, seed, maximumLength, stops);
  }

  /** Sets what decides the draws: the same seed gives the same text. */
  public Sampling seed(long number) {
    return new Sampling(
        greedy, temperature, topK, topP, OptionalLong.of(number), maximumLength, stops);
  }

  /**
   * Sets the most tokens (characters or words) to be written.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Sampling maximumLength(int tokens) {
    return new Sampling(
        greedy,
        temperature,
        topK,
        topP,
        seed,
        Arguments.atLeastOne(tokens, "maximumLength"),
        stops);
  }

  /**
   * Adds a text before which the writing ends when it comes up.
   *
   * @throws IllegalArgumentException if it is null or empty
   */
  public Sampling stopAt(String text) {
    if (Arguments.notNull(text, "text").isEmpty()) {
      throw new IllegalArgumentException("text is empty, and would end the writing at once");
    }
    List<String> more = new ArrayList<>(stops);
    more.add(text);
    return new Sampling(greedy, temperature, topK, topP, seed, maximumLength, more);
  }

  boolean isGreedy() {
    return greedy;
  }

  SamplingSettings settings() {
    return settings(temperature, topK, topP);
  }

  OptionalLong seed() {
    return seed;
  }

  int maximumLength() {
    return maximumLength;
  }

  List<String> stops() {
    return stops;
  }
}
