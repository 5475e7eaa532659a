package dev.rondo.runtime.data;

import dev.rondo.Prediction;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns yes and no into numbers and one score into one of them: the sigmoid of the score is the
 * probability of {@code true}. The answer is {@code true} where that is above one half, or, with a
 * {@link #threshold}, from that on: the probability as it is told, at the {@link #temperature} of
 * the codec.
 */
public final class BooleanCodec implements ClassCodec<Boolean> {
  /** Makes the codec of what was stored. */
  public static final Function<StoredCodec, BooleanCodec> RESTORER = BooleanCodec::restore;

  private static final String KIND = "boolean";
  private static final String THRESHOLD = "threshold";

  /** Above one half: the least number that is. */
  private static final double DEFAULT_THRESHOLD = Math.nextUp(0.5);

  private static final BooleanCodec INSTANCE =
      new BooleanCodec(DEFAULT_THRESHOLD, Temperature.NONE);

  private final double threshold;
  private final Temperature temperature;

  private BooleanCodec(double threshold, Temperature temperature) {
    this.threshold = threshold;
    this.temperature = temperature;
  }

  /** Returns the codec that answers with what is more probable, {@code false} at one half. */
  public static BooleanCodec of() {
    return INSTANCE;
  }

  /**
   * Returns the same with another threshold: a low one finds more of what is rare, a high one is
   * more often right when it says yes. It is stored with the model.
   *
   * @param probability from which probability of {@code true} on the answer is {@code true}, in (0,
   *     1)
   * @throws IllegalArgumentException if it is outside (0, 1)
   */
  public BooleanCodec threshold(double probability) {
    if (!isThreshold(probability)) {
      throw new IllegalArgumentException("threshold is " + probability + ", must be in (0, 1)");
    }
    return new BooleanCodec(probability, temperature);
  }

  /**
   * Returns the same with another threshold, if there is one.
   *
   * @throws IllegalArgumentException if it is outside (0, 1)
   */
  public BooleanCodec threshold(OptionalDouble probability) {
    return probability.isPresent() ? threshold(probability.getAsDouble()) : this;
  }

  /**
   * Returns a threshold that was checked.
   *
   * @throws IllegalArgumentException if it is outside (0, 1)
   */
  public static OptionalDouble checkedThreshold(double probability) {
    return OptionalDouble.of(of().threshold(probability).threshold);
  }

  private static boolean isThreshold(double probability) {
    return probability > 0 && probability < 1;
  }

  @Override
  public List<Boolean> classes() {
    return List.of(false, true);
  }

  @Override
  public int size() {
    return 1;
  }

  /** Returns 0 for {@code false} and 1 for {@code true}: also what the score is trained towards. */
  @Override
  public int index(@Nullable Boolean value) {
    return Arguments.notNull(value, "class") ? 1 : 0;
  }

  @Override
  public Boolean value(int index) {
    return Scores.numbered(classes(), index);
  }

  @Override
  public Temperature temperature() {
    return temperature;
  }

  @Override
  public BooleanCodec at(Temperature other) {
    return other.equals(temperature) ? this : new BooleanCodec(threshold, other);
  }

  @Override
  public BooleanCodec forTraining() {
    return at(Temperature.NONE);
  }

  @Override
  public Prediction<Boolean> prediction(float[] scores) {
    Scores.checkSize(scores, 1);
    Scores.checkFinite(scores);
    double score = temperature.of(scores[0]);
    double yes = Scores.sigmoid(score);
    Map<Boolean, Double> probabilities = new LinkedHashMap<>();
    probabilities.put(false, Scores.sigmoid(-score));
    probabilities.put(true, yes);
    // what is the more probable one is the scores' own: no temperature may change it, by rounding
    double decisive = threshold == DEFAULT_THRESHOLD ? Scores.sigmoid(scores[0]) : yes;
    return new Prediction<>(decisive >= threshold, probabilities);
  }

  @Override
  public double loss(float[] scores, Boolean expected) {
    Scores.checkSize(scores, 1);
    double score = temperature.of(scores[0]);
    return Scores.softplus(index(expected) == 1 ? -score : score);
  }

  @Override
  public StoredCodec stored() {
    return new StoredCodec(
        KIND,
        temperature.with(
            threshold == DEFAULT_THRESHOLD
                ? Map.of()
                : Map.of(THRESHOLD, Double.toString(threshold))),
        List.of());
  }

  /** Returns threshold and temperature, which are chosen and fitted when the model is trained. */
  @Override
  public Set<String> learned() {
    Set<String> learned = new HashSet<>(Temperature.settings());
    learned.add(THRESHOLD);
    return learned;
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is no codec of booleans, or damaged
   */
  public static BooleanCodec restore(StoredCodec stored) {
    StoredCodecs.checkKind(stored, KIND);
    if (!stored.entries().isEmpty()) {
      throw new IllegalArgumentException(
          "stored codec of kind \"boolean\" has entries, expected none");
    }
    Temperature temperature = Temperature.of(stored);
    if (!stored.settings().containsKey(THRESHOLD)) {
      return INSTANCE.at(temperature);
    }
    double threshold = StoredCodecs.number(stored, THRESHOLD);
    if (!isThreshold(threshold)) {
      throw StoredCodecs.badSetting(
          stored, THRESHOLD, Double.toString(threshold), "a number in (0, 1)");
    }
    return new BooleanCodec(threshold, temperature);
  }
}
