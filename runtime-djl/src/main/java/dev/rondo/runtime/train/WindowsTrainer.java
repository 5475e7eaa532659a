package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.series.RegularTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What trainers share that learn from every window of series: which part of the series is learned
 * from, and which is set aside.
 *
 * @param <S> the generated trainer, returned by all setters
 * @param <D> a series: its steps, or these with what is constant in it
 * @param <R> a step of it: the user's record
 * @param <P> the generated predictor
 */
public abstract class WindowsTrainer<S extends WindowsTrainer<S, D, R, P>, D, R, P>
    extends ModelTrainer<S, P> {
  private @Nullable List<D> validation;
  private double validationShare;
  private List<D> series = List.of();
  private @Nullable RegularTimes<R> axis;

  WindowsTrainer(TrainingOptions defaults, double validationShare) {
    super(defaults);
    this.validationShare = validationShare;
  }

  /**
   * Trains the model.
   *
   * @param parts what there is to learn from of each series
   */
  protected abstract P train(List<D> parts);

  /** Returns the steps of a series. */
  protected abstract List<R> stepsOf(D series);

  /** Returns the same series with other steps. */
  protected abstract D withSteps(D series, List<R> steps);

  /** Trains the model on what there is to learn from of series. */
  final P trainOn(Iterable<D> data) {
    series = regular(listOf(data), "series");
    validation = validation == null ? null : regular(validation, "validation series");
    return train(IntStream.range(0, series.size()).mapToObj(this::part).toList());
  }

  /** Lets go of the series. */
  final void forgetSeries() {
    series = List.of();
  }

  /** Returns the series, as they were given. */
  final List<D> series() {
    return series;
  }

  /** Returns the series that are set aside beside those; null if a part of each is, or none. */
  final @Nullable List<D> validation() {
    return validation;
  }

  /** Returns how much of each series is set aside; 0 for nothing. */
  final double validationShare() {
    return validationShare;
  }

  /** Returns how many steps of each series are learned from. */
  final int[] cuts() {
    return series.stream().mapToInt(each -> cut(stepsOf(each).size())).toArray();
  }

  final void validateOnSeries(Iterable<D> data) {
    validation = listOf(data);
    validationShare = 0;
  }

  final void validateOnShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share is " + share + ", must be above 0 and below 1");
    }
    validation = null;
    validationShare = share;
  }

  /** Brings series onto regular times before anything is learned from them. */
  protected final S onTo(RegularTimes<R> axis) {
    this.axis = axis;
    return self();
  }

  private List<D> regular(List<D> all, String name) {
    if (axis == null) {
      return all;
    }
    List<D> regular = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String place = name + "[" + i + "]";
      List<R> given = stepsOf(all.get(i));
      List<R> steps = axis.regular(given, place);
      if (steps != given) {
        warn(place + ": " + axis.inspect(given, place) + "; made regular as told");
      }
      regular.add(steps == given ? all.get(i) : withSteps(all.get(i), steps));
    }
    return List.copyOf(regular);
  }

  /**
   * Refuses what was set of a model that the training {@linkplain #continueFrom goes on from}, and
   * which that has otherwise.
   *
   * @param setting what the user calls it
   * @param set 0 where it was not
   * @param kept what the model has; 0 where it is found in the series
   */
  static void requireKept(String setting, int set, int kept) {
    if (set != 0 && set != kept) {
      throw new IllegalStateException(
          ("%1$s is %2$s, but the model that the training goes on from has %3$s, and keeps it."
                  + " Leave %1$s(%2$s) out, or continueFrom")
              .formatted(setting, set, kept == 0 ? "the one found in the series" : kept));
    }
  }

  private static <D> List<D> listOf(Iterable<D> data) {
    List<D> all = new ArrayList<>();
    Arguments.<D>noNulls(data, "series").forEach(all::add);
    return List.copyOf(all);
  }

  /** Returns what is trained on of a series. */
  private D part(int number) {
    D whole = series.get(number);
    List<R> steps = stepsOf(whole);
    int cut = cut(steps.size());
    return cut == steps.size() ? whole : withSteps(whole, steps.subList(0, cut));
  }

  private int cut(int steps) {
    return steps - (int) Math.round(steps * validationShare);
  }
}
