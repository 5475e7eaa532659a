package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Steps;
import java.util.List;
import java.util.function.Function;

/**
 * What a series is made of: its steps, and what is constant in it.
 *
 * @param steps gives the steps of a series
 * @param encoded gives its constants in numbers, one vector each
 * @param <D> a series
 * @param <R> a step of it
 */
public record SeriesConstants<D, R>(
    Function<? super D, List<R>> steps, Function<? super D, Steps[]> encoded) {
  private static final Steps[] NOTHING = {};

  /** Returns that a series is nothing but its steps. */
  public static <R> SeriesConstants<List<R>, R> none() {
    return new SeriesConstants<>(series -> series, series -> NOTHING);
  }
}
