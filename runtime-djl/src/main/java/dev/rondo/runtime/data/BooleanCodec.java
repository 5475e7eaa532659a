package dev.rondo.runtime.data;

import dev.rondo.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns yes and no into numbers and one score into one of them: the sigmoid of the score is the
 * probability of {@code true}. At exactly one half the answer is {@code false}.
 */
public final class BooleanCodec implements ClassCodec<Boolean> {
  private static final String KIND = "boolean";
  private static final BooleanCodec INSTANCE = new BooleanCodec();

  private BooleanCodec() {}

  /** Returns the codec: there is only one. */
  public static BooleanCodec of() {
    return INSTANCE;
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
    if (index < 0 || index > 1) {
      throw new IllegalArgumentException("class number " + index + " is not in [0, 2)");
    }
    return index == 1;
  }

  @Override
  public Prediction<Boolean> prediction(float[] scores) {
    Scores.checkSize(scores, 1);
    Scores.checkFinite(scores);
    Map<Boolean, Double> probabilities = new LinkedHashMap<>();
    probabilities.put(false, Scores.sigmoid(-scores[0]));
    probabilities.put(true, Scores.sigmoid(scores[0]));
    return Prediction.of(probabilities);
  }

  @Override
  public double loss(float[] scores, Boolean expected) {
    Scores.checkSize(scores, 1);
    return Scores.softplus(index(expected) == 1 ? -scores[0] : scores[0]);
  }

  @Override
  public StoredCodec stored() {
    return new StoredCodec(KIND, Map.of(), List.of());
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is no codec of booleans
   */
  public static BooleanCodec restore(StoredCodec stored) {
    StoredCodecs.checkKind(stored, KIND);
    if (!stored.entries().isEmpty()) {
      throw new IllegalArgumentException(
          "stored codec of kind \"boolean\" has entries, expected none");
    }
    return INSTANCE;
  }
}
