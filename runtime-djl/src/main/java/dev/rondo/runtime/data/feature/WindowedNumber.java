package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.StoredCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A number that is scaled by the sequence it is in: one feature, held on the scale of the training
 * data until the sequence is cut into windows.
 *
 * @param <T> what it is a number of
 */
final class WindowedNumber<T> implements LearnedFeature<T> {
  private final ToDoubleFunction<@Nullable T> number;
  private final String kind;
  private final NumberScale scale;

  private WindowedNumber(ToDoubleFunction<@Nullable T> number, String kind, NumberScale scale) {
    this.number = number;
    this.kind = kind;
    this.scale = scale;
  }

  static <T> WindowedNumber<T> restore(ToDoubleFunction<@Nullable T> number, StoredFeature stored) {
    return new WindowedNumber<>(number, stored.codec().kind(), NumberScale.restore(stored));
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public void addWindowed(int at, Map<Integer, Double> into) {
    into.put(at, scale.floor() * scale.scaler().factor());
  }

  @Override
  public void encode(@Nullable T value, StepWriter out) {
    out.feature(scale.scaler().scale(number.applyAsDouble(value)));
  }

  @Override
  public void store(String name, Map<String, StoredCodec> into) {
    Map<String, String> settings = new HashMap<>();
    scale.store(settings);
    into.put(name, new StoredCodec(kind, settings, List.of()));
  }

  /** Learns from the values of the training data. */
  static final class Learner<T> implements Feature.Learner<T> {
    private final ToDoubleFunction<@Nullable T> number;
    private final String kind;
    private final NumberScale.Learner scale = new NumberScale.Learner();

    Learner(ToDoubleFunction<@Nullable T> number, String kind) {
      this.number = number;
      this.kind = kind;
    }

    @Override
    public void start() {
      scale.start();
    }

    @Override
    public void add(@Nullable T value) {
      scale.add(number.applyAsDouble(value));
    }

    @Override
    public LearnedFeature<T> build() {
      return new WindowedNumber<>(number, kind, scale.build());
    }
  }
}
