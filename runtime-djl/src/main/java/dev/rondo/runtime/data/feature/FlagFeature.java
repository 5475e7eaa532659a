package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.runtime.data.StoredCodec;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Yes or no: one feature, 1 or 0, and an indicator if it may be missing.
 *
 * @param <T> what it is true of
 */
public final class FlagFeature<T> extends ValueFeature<T> {
  /** What a getter gives where the value is missing. */
  static final int UNKNOWN = -1;

  private final ToIntFunction<? super T> getter;
  private final boolean nullable;

  /**
   * @param getter gives 1, 0 or {@link #UNKNOWN}
   * @param nullable whether {@code getter} takes null
   */
  FlagFeature(ToIntFunction<? super T> getter, boolean nullable, @Nullable Fill fill) {
    super("flag", fill);
    this.getter = getter;
    this.nullable = nullable;
  }

  /** Returns the same of a value that may be missing. */
  public FlagFeature<T> missing(Fill with) {
    return new FlagFeature<>(getter, nullable, with);
  }

  @Override
  boolean isMissing(@Nullable T value) {
    return flag(value) == UNKNOWN;
  }

  private int flag(@Nullable T value) {
    if (value == null && !nullable) {
      throw WrongValue.isNull();
    }
    return getter.applyAsInt(value);
  }

  @Override
  Learner<T> ofPresent() {
    return new NothingToLearn<>(new Learned());
  }

  @Override
  LearnedFeature<T> ofPresent(StoredFeature stored) {
    return new Learned();
  }

  private final class Learned implements LearnedFeature<T> {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public void encode(@Nullable T value, StepWriter out) {
      int flag = flag(value);
      if (flag == UNKNOWN) {
        throw WrongValue.isNull();
      }
      out.feature(flag);
    }

    @Override
    public void store(String name, Map<String, StoredCodec> into) {
      into.put(name, new StoredCodec(kind(), Map.of(), List.of()));
    }
  }
}
