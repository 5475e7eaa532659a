package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings the steps of series onto regular stamps, or refuses what is not regular.
 *
 * <pre>{@code
 * RegularTimes<Reading> axis = RegularTimes.of(Reading::at, TimePolicy.STRICT.with(Disorder.SORT));
 * List<Reading> regular = axis.regular(readings, "sensor 7");
 * }</pre>
 *
 * <p>Stamps between two steps are always refused: nobody but the user knows how to round them.
 *
 * @param <R> the type of a step
 */
public final class RegularTimes<R> {
  private final Function<? super R, ? extends Temporal> stamp;
  private final @Nullable TimeStep told;
  private final TimePolicy policy;
  private final @Nullable StepMaker<R> maker;

  /**
   * Returns one that finds in each series how far its stamps are apart.
   *
   * @param stamp gets the stamp of a step; all of one type
   * @param policy what to do with what is irregular; no new steps are to be made
   * @throws IllegalArgumentException if the policy asks for new steps
   */
  public static <R> RegularTimes<R> of(
      Function<? super R, ? extends Temporal> stamp, TimePolicy policy) {
    return new RegularTimes<>(stamp, null, policy, null);
  }

  /**
   * Returns one that can make steps.
   *
   * @param maker makes the steps that the policy asks for
   */
  public static <R> RegularTimes<R> of(
      Function<? super R, ? extends Temporal> stamp, TimePolicy policy, StepMaker<R> maker) {
    return new RegularTimes<>(stamp, null, policy, Arguments.notNull(maker, "maker"));
  }

  /**
   * Returns one that makes steps by mixing others, for generated code.
   *
   * @param made makes a step, component by component
   */
  public static <R> RegularTimes<R> mixing(
      Function<? super R, ? extends Temporal> stamp,
      TimePolicy policy,
      Function<? super StepMix<R>, R> made) {
    return of(stamp, policy, StepMix.maker(stamp, made));
  }

  /** Returns the same for stamps that are as far apart as told, found in no series. */
  public RegularTimes<R> every(TimeStep step) {
    return new RegularTimes<>(stamp, Arguments.notNull(step, "step"), policy, maker);
  }

  private RegularTimes(
      Function<? super R, ? extends Temporal> stamp,
      @Nullable TimeStep step,
      TimePolicy policy,
      @Nullable StepMaker<R> maker) {
    this.stamp = Arguments.notNull(stamp, "stamp");
    this.told = step;
    this.policy = Arguments.notNull(policy, "policy");
    this.maker = maker;
    if (policy.makesSteps() && maker == null) {
      throw new IllegalArgumentException(policy + " makes new steps, and needs a maker of them");
    }
  }

  /**
   * Says what is irregular about a series.
   *
   * @param steps at least one, at least two different ones if the step is to be found
   * @param name what the user calls the series, for errors
   * @throws IllegalArgumentException if there are fewer, no step can be found, or a stamp is null
   *     or between two steps
   */
  public TimeReport inspect(List<R> steps, String name) {
    Sorted sorted = sorted(steps, name);
    return report(sorted, grid(sorted.stamps, name), name);
  }

  /**
   * Returns the steps of a series at regular stamps; the same list if they are.
   *
   * @param steps in any order; none and one are regular
   * @param name what the user calls the series, for errors
   * @throws IllegalArgumentException if it is irregular and the policy refuses that, naming the
   *     first three stamps; or as {@link #inspect} does
   */
  public List<R> regular(List<R> steps, String name) {
    if (steps.size() < 2) {
      return steps;
    }
    Sorted sorted = sorted(steps, name);
    TimeGrid grid = grid(sorted.stamps, name);
    TimeReport report = report(sorted, grid, name);
    if (report.regular()) {
      return steps;
    }
    refuse(report, name);
    List<R> single = withoutDuplicates(sorted.steps);
    return report.holes() == 0 ? single : filled(single, grid);
  }

  private final class Sorted {
    private final List<R> steps;
    private final List<Temporal> stamps = new ArrayList<>();
    private final List<Temporal> disordered = new ArrayList<>();
    private long disorder;

    Sorted(List<R> given, String name) {
      Temporal latest = null;
      for (R step : given) {
        Temporal at = stampOf(step, name);
        if (latest != null && Stamps.ORDER.compare(at, latest) < 0) {
          disorder++;
          addTo(disordered, at);
        } else {
          latest = at;
        }
      }
      steps = new ArrayList<>(given);
      if (disorder > 0) {
        steps.sort(Comparator.comparing(stamp::apply, Stamps.ORDER));
      }
      for (R step : steps) {
        stamps.add(stamp.apply(step));
      }
    }
  }

  private Sorted sorted(List<R> steps, String name) {
    return new Sorted(Arguments.copyOf(steps, name), name);
  }

  private Temporal stampOf(R step, String name) {
    return Arguments.notNull(stamp.apply(step), "a stamp of " + name);
  }

  private TimeGrid grid(List<Temporal> stamps, String name) {
    try {
      return told == null ? TimeGrid.find(stamps) : TimeGrid.of(told, stamps);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
    }
  }

  private TimeReport report(Sorted sorted, TimeGrid grid, String name) {
    List<Temporal> between = new ArrayList<>();
    List<Temporal> again = new ArrayList<>();
    List<Temporal> missing = new ArrayList<>();
    long off = 0;
    long duplicates = 0;
    long holes = 0;
    long last = -1;
    for (Temporal at : sorted.stamps) {
      OptionalLong index = grid.index(at);
      if (index.isEmpty()) {
        off++;
        addTo(between, at);
      } else if (index.getAsLong() == last) {
        duplicates++;
        addTo(again, at);
      } else {
        holes += index.getAsLong() - last - 1;
        for (long hole = last + 1; hole < index.getAsLong(); hole++) {
          if (missing.size() == TimeReport.NAMED) {
            break;
          }
          missing.add(grid.at(hole));
        }
        last = index.getAsLong();
      }
    }
    if (off > 0) {
      throw new IllegalArgumentException(
          "%s: steps %s; tell another step, or round the stamps"
              .formatted(name, TimeReport.text(off, "between the stamps " + grid, between)));
    }
    return new TimeReport(
        grid.step(), sorted.disorder, duplicates, holes, sorted.disordered, again, missing);
  }

  private static void addTo(List<Temporal> first, Temporal at) {
    if (first.size() < TimeReport.NAMED) {
      first.add(at);
    }
  }

  private void refuse(TimeReport report, String name) {
    List<String> ways = new ArrayList<>();
    if (report.disordered() > 0 && policy.disorder() == Disorder.ERROR) {
      ways.add("Disorder.SORT");
    }
    if (report.duplicates() > 0 && policy.duplicates() == Duplicates.ERROR) {
      ways.add("Duplicates.FIRST, LAST or MEAN");
    }
    if (report.holes() > 0 && policy.holes() == Holes.ERROR) {
      ways.add("Holes.FORWARD, INTERPOLATE or MISSING");
    }
    if (!ways.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is not regular: %s; repair it, or choose %s"
              .formatted(name, report, String.join(", ", ways)));
    }
  }

  private List<R> withoutDuplicates(List<R> steps) {
    List<R> single = new ArrayList<>();
    for (int from = 0; from < steps.size(); ) {
      int to = from + 1;
      Temporal at = stamp.apply(steps.get(from));
      while (to < steps.size() && Stamps.ORDER.compare(at, stamp.apply(steps.get(to))) == 0) {
        to++;
      }
      single.add(to == from + 1 ? steps.get(from) : oneOf(steps.subList(from, to)));
      from = to;
    }
    return single;
  }

  private R oneOf(List<R> same) {
    return switch (policy.duplicates()) {
      case MEAN -> made(List.copyOf(same));
      case LAST -> same.get(same.size() - 1);
      case FIRST, ERROR -> same.get(0);
    };
  }

  private R made(List<R> same) {
    return Arguments.notNull(maker, "maker").mean(same);
  }

  private List<R> filled(List<R> steps, TimeGrid grid) {
    StepMaker<R> makes = Arguments.notNull(maker, "maker");
    List<R> filled = new ArrayList<>();
    R before = steps.get(0);
    long last = -1;
    for (R step : steps) {
      long index = grid.index(stamp.apply(step)).orElseThrow();
      for (long hole = last + 1; hole < index; hole++) {
        double share = (double) (hole - last) / (index - last);
        Temporal at = grid.at(hole);
        filled.add(
            switch (policy.holes()) {
              case INTERPOLATE -> makes.between(before, step, share, at);
              case MISSING -> makes.missing(before, at);
              case FORWARD, ERROR -> makes.forward(before, at);
            });
      }
      filled.add(step);
      before = step;
      last = index;
    }
    return filled;
  }
}
