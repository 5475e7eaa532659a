package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import java.util.List;
import java.util.function.Function;

/**
 * What is known in advance of the steps that are forecast.
 *
 * @param codec how it is read
 * @param of gives what is known of a step of the series
 * @param <R> a step of the series
 * @param <K> what is known of it in advance
 */
public record Known<R, K>(SequenceCodec<K> codec, Function<? super R, ? extends K> of) {
  /** Returns what is known of the steps of a series. */
  Steps encode(List<R> steps) {
    return codec.encodeSeries(values(steps));
  }

  /** Returns what is known of some steps, read alone. */
  Steps encodeAlone(List<R> steps) {
    return codec.encode(values(steps));
  }

  private List<K> values(List<R> steps) {
    return steps.stream().<K>map(of).toList();
  }
}
