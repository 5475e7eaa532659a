package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.StoredCodec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of numbers, of a session.
 *
 * @param kind what a model file calls the input
 * @param values writes a step
 * @param <A> the step
 */
record ScaledStep<A>(Scales scales, String kind, Values<A> values) implements LearnedFeature<A> {
  /** How the features of a step are written. */
  @FunctionalInterface
  interface Values<A> {
    /**
     * Writes them.
     *
     * @throws WrongValue if the network cannot read the step
     */
    void encode(A step, StepWriter out);
  }

  @Override
  public int width() {
    return scales.width();
  }

  @Override
  public int stateSize() {
    return scales.stateSize();
  }

  @Override
  public void encode(@Nullable A step, StepWriter out) {
    if (step == null) {
      throw WrongValue.isNull();
    }
    values.encode(step, out);
  }

  @Override
  public void store(String name, Map<String, StoredCodec> into) {
    into.put(name, scales.stored(kind));
  }
}
