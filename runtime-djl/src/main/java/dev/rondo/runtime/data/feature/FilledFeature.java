package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that may be missing: its slice, or what fills in, and an indicator behind it. The last
 * slice is remembered where it fills in; at the start of a sequence that is zeros, and for symbols
 * the unknown one.
 *
 * @param <T> the type of the value
 */
final class FilledFeature<T> implements LearnedFeature<T> {
  private final ValueFeature<T> feature;
  private final LearnedFeature<T> present;
  private final Fill fill;

  /**
   * @param present turns values that are there into numbers; remembers nothing itself
   */
  FilledFeature(ValueFeature<T> feature, LearnedFeature<T> present, Fill fill) {
    this.feature = feature;
    this.present = present;
    this.fill = fill;
  }

  @Override
  public int width() {
    return present.width() + 1;
  }

  @Override
  public int columns() {
    return present.columns();
  }

  @Override
  public int symbols(int column) {
    return present.symbols(column);
  }

  @Override
  public int stateSize() {
    return fill == Fill.LAST ? present.width() + present.columns() : 0;
  }

  @Override
  public void encode(@Nullable T value, StepWriter out) {
    if (feature.isMissing(value)) {
      fillIn(out);
      out.feature(1);
    } else {
      present.encode(value, out);
      if (fill == Fill.LAST) {
        out.rememberWritten(present.width(), present.columns());
      }
      out.feature(0);
    }
  }

  private void fillIn(StepWriter out) {
    for (int i = 0; i < present.width(); i++) {
      out.feature((float) filling(out));
    }
    for (int i = 0; i < present.columns(); i++) {
      out.symbol(Math.max(Vocabulary.UNKNOWN, (int) filling(out)));
    }
  }

  private double filling(StepWriter out) {
    if (fill == Fill.ZERO) {
      return 0;
    }
    double last = out.remembered(0);
    out.remember(last);
    return last;
  }

  @Override
  public List<String> features(String name) {
    List<String> all = new ArrayList<>(present.features(name));
    all.add(name + " missing");
    return all;
  }

  @Override
  public LearnedFeature<T> forTraining() {
    return new FilledFeature<>(feature, present.forTraining(), fill);
  }

  @Override
  public void store(String name, Map<String, StoredCodec> into) {
    Map<String, StoredCodec> stored = new HashMap<>();
    present.store(name, stored);
    StoredCodec codec = stored.get(name);
    if (codec == null) {
      throw new IllegalStateException("\"" + name + "\" is not stored under its name");
    }
    Map<String, String> settings = new HashMap<>(codec.settings());
    settings.put(ValueFeature.MISSING, fill.name());
    into.put(name, new StoredCodec(codec.kind(), settings, codec.entries()));
  }
}
