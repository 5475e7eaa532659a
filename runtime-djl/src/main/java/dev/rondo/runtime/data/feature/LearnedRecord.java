package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.StoredCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record in numbers: the slices of its components, one behind the other.
 *
 * @param <R> the record
 */
final class LearnedRecord<R> implements LearnedFeature<R> {
  private final List<String> names;
  private final List<LearnedFeature<R>> components;
  private final int width;
  private final int columns;
  private final int stateSize;

  LearnedRecord(List<String> names, List<LearnedFeature<R>> components) {
    this.names = names;
    this.components = List.copyOf(components);
    this.width = components.stream().mapToInt(LearnedFeature::width).sum();
    this.columns = components.stream().mapToInt(LearnedFeature::columns).sum();
    this.stateSize = components.stream().mapToInt(LearnedFeature::stateSize).sum();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int symbols(int column) {
    int within = column;
    for (LearnedFeature<R> component : components) {
      if (within < component.columns()) {
        return component.symbols(within);
      }
      within -= component.columns();
    }
    throw new IllegalArgumentException("there is no column " + column + " of symbols");
  }

  @Override
  public void addWindowed(int at, Map<Integer, Double> into) {
    int first = at;
    for (LearnedFeature<R> component : components) {
      component.addWindowed(first, into);
      first += component.width();
    }
  }

  @Override
  public int stateSize() {
    return stateSize;
  }

  @Override
  public void encode(@Nullable R value, StepWriter out) {
    if (value == null) {
      throw WrongValue.isNull();
    }
    int i = 0;
    try {
      for (; i < components.size(); i++) {
        components.get(i).encode(value, out);
      }
    } catch (WrongValue e) {
      throw e.component(names.get(i));
    }
  }

  @Override
  public List<String> features(String name) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      all.addAll(components.get(i).features(name + "." + names.get(i)));
    }
    return all;
  }

  @Override
  public LearnedFeature<R> forTraining() {
    return new LearnedRecord<>(
        names, components.stream().<LearnedFeature<R>>map(LearnedFeature::forTraining).toList());
  }

  @Override
  public void store(String name, Map<String, StoredCodec> into) {
    for (int i = 0; i < names.size(); i++) {
      components.get(i).store(name + "." + names.get(i), into);
    }
  }
}
