package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.StoredCodec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A component that is read as a record itself.
 *
 * @param <T> what has the component
 * @param <R> the record that the component is
 */
record NestedFeature<T, R>(
    Function<? super T, ? extends @Nullable R> getter, LearnedFeature<R> inner)
    implements LearnedFeature<T> {
  @Override
  public int width() {
    return inner.width();
  }

  @Override
  public int columns() {
    return inner.columns();
  }

  @Override
  public int symbols(int column) {
    return inner.symbols(column);
  }

  @Override
  public void addWindowed(int at, Map<Integer, Double> into) {
    inner.addWindowed(at, into);
  }

  @Override
  public int stateSize() {
    return inner.stateSize();
  }

  @Override
  public void encode(@Nullable T value, StepWriter out) {
    inner.encode(getter.apply(value), out);
  }

  @Override
  public List<String> features(String name) {
    return inner.features(name);
  }

  @Override
  public LearnedFeature<T> forTraining() {
    return new NestedFeature<>(getter, inner.forTraining());
  }

  @Override
  public void store(String name, Map<String, StoredCodec> into) {
    inner.store(name, into);
  }
}
