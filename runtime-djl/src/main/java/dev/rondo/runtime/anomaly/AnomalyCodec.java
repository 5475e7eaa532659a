package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.series.AnomalyScale;
import dev.rondo.runtime.series.TimeGrid;
import dev.rondo.runtime.series.TimeStep;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is foretold of the next step of a stream, and of one some steps ahead: of each number a mean
 * and a deviation, of each symbol the probabilities of its values.
 *
 * <p>A number is learned as what is to be added to a linear forecast of it, in deviations of what
 * the linear one misses by. The scores of the network are first the means, of all numbers one step
 * ahead and then of all further ahead, then as many logarithms of deviations, then the symbols in
 * the same order. Its targets are the numbers, whether each is there, and the numbers of the
 * symbols' values.
 *
 * <p>Immutable; safe for use by many threads.
 *
 * @param <R> a step of a stream
 */
public final class AnomalyCodec<R> implements StorableCodec {
  /** The share of steps that may be behind a gap: what is more frequent belongs to the calendar. */
  private static final double MOST_GAPS = 0.02;

  private final AnomalyDescription<R> description;
  private final int window;
  private final int ahead;
  private final List<NumberOutlook> numbers;
  private final List<List<String>> symbols;
  private final @Nullable TimeStep step;
  private final @Nullable AnomalyScale scale;

  AnomalyCodec(
      AnomalyDescription<R> description,
      int window,
      int ahead,
      List<NumberOutlook> numbers,
      List<List<String>> symbols,
      @Nullable TimeStep step,
      @Nullable AnomalyScale scale) {
    this.description = description;
    this.window = window;
    this.ahead = ahead;
    this.numbers = numbers;
    this.symbols = symbols;
    this.step = step;
    this.scale = scale;
  }

  /**
   * Describes what is foretold by a network that has to read a window as a whole.
   *
   * @param ahead how many steps ahead is also foretold; 1 for the next step alone
   */
  public static <R> AnomalyDescription<R> of(
      AnomalyComponents<R> components, int window, int ahead) {
    return new AnomalyDescription<>(components, window, ahead, false, null);
  }

  /**
   * Describes what is foretold by a network that reads forward only, and can be fed step by step.
   *
   * @param ahead how many steps ahead is also foretold; 1 for the next step alone
   */
  public static <R> AnomalyDescription<R> stepwise(
      AnomalyComponents<R> components, int window, int ahead) {
    return new AnomalyDescription<>(components, window, ahead, true, null);
  }

  /**
   * Returns whether what the network remembers is carried on from step to step: where it reads
   * forward only, and nothing that it reads is scaled by the window.
   */
  boolean carries(SequenceCodec<R> history) {
    return description.stepwise() && history.windows().isNone();
  }

  /**
   * Returns after how many steps a network that is carried on starts anew, beside the one before.
   */
  int stride() {
    return Math.max(1, window / 2);
  }

  /**
   * Returns where the steps begin that the network has read at a place: the last window, or, where
   * it is carried on, the last place but one at which one started, half a window to a whole one
   * before.
   *
   * @param position how many steps there are before it
   */
  int first(int position, boolean carried) {
    return carried
        ? Math.max(0, (position / stride() - 1) * stride())
        : Math.max(0, position - window);
  }

  /** Returns the same with what is ordinary. */
  public AnomalyCodec<R> calibrated(AnomalyScale ordinary) {
    return new AnomalyCodec<>(description, window, ahead, numbers, symbols, step, ordinary);
  }

  /** Returns how far steps are apart; null where that is not known. */
  @Nullable TimeStep step() {
    return step;
  }

  /** Returns the time of a step; null where gaps are not told by it, or it is missing. */
  @Nullable Temporal time(R of) {
    Function<? super R, ? extends Temporal> stamp = description.stamp();
    return stamp == null || step == null ? null : stamp.apply(of);
  }

  /**
   * Returns whether steps are missing between two.
   *
   * @param before the time of the step before; null where it is not known
   * @param after the time of the next step; null where it is not known
   */
  boolean isGap(@Nullable Temporal before, @Nullable Temporal after) {
    return step != null && before != null && after != null && step.isGap(before, after);
  }

  /**
   * Returns the latest time so far: a step out of order is not before a gap. Where it is more than
   * a window older, the time before was wrong, or the clock was set back.
   */
  @Nullable Temporal latest(@Nullable Temporal before, @Nullable Temporal after) {
    if (before == null || after == null) {
      return before == null ? after : before;
    }
    return step != null && step.isOlder(after, before, window)
        ? after
        : TimeStep.later(before, after);
  }

  /** Returns for each step of a series at which one the steps without a gap around it begin. */
  int[] starts(List<R> series) {
    int[] starts = new int[series.size()];
    Temporal last = null;
    for (int t = 0; t < starts.length; t++) {
      R given = series.get(t);
      Temporal at = given == null ? null : time(given);
      starts[t] = t == 0 ? 0 : isGap(last, at) ? t : starts[t - 1];
      last = latest(last, at);
    }
    return starts;
  }

  /** Returns what is ordinary. */
  AnomalyScale scale() {
    return Arguments.notNull(scale, "the scale of ordinary surprises");
  }

  @Nullable AnomalyScale scaleOrNull() {
    return scale;
  }

  /** Returns how many steps the network reads, at most. */
  public int window() {
    return window;
  }

  /** Returns how many steps ahead is also foretold; 1 for the next step alone. */
  public int ahead() {
    return ahead;
  }

  /** Returns how often the next steps are foretold: once, or also further ahead. */
  int leads() {
    return ahead == 1 ? 1 : 2;
  }

  /** Returns how many steps ahead a lead is. */
  int stepsAhead(int lead) {
    return lead == 0 ? 1 : ahead;
  }

  AnomalyComponents<R> components() {
    return description.components();
  }

  List<NumberOutlook> outlooks() {
    return numbers;
  }

  List<List<String>> symbolValues() {
    return symbols;
  }

  /** Returns how many numbers are foretold, of all leads. */
  public int numbers() {
    return numbers.size() * leads();
  }

  /** Returns how many values each symbol has, of all leads. */
  public int[] classes() {
    int[] classes = new int[symbols.size() * leads()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = symbols.get(i % symbols.size()).size();
    }
    return classes;
  }

  /** Returns how many surprises a step has. */
  int channels() {
    return (numbers.size() + symbols.size()) * leads();
  }

  /** Returns how many scores the network gives for a window. */
  public int size() {
    int size = 2 * numbers();
    for (int classes : classes()) {
      size += classes;
    }
    return size;
  }

  /** Returns how many numbers the target of a window has. */
  public int targetSize() {
    return 2 * numbers() + symbols.size() * leads();
  }

  @Override
  public StoredCodec stored() {
    return AnomalyStorage.stored(this);
  }

  @Override
  public Set<String> learned() {
    return AnomalyStorage.learned(this);
  }

  /**
   * Learns what numbers and symbols ordinary streams have. For use by one thread.
   *
   * @param <R> a step of a stream
   */
  public static final class Learner<R> {
    private final AnomalyDescription<R> description;
    private final AnomalyOptions options;
    private final List<List<R>> all = new ArrayList<>();

    Learner(AnomalyDescription<R> description, AnomalyOptions options) {
      this.description = description;
      this.options = options;
    }

    /** Learns from a series, of its training part only; not copied. */
    public void add(List<R> series) {
      all.add(series);
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @throws IllegalArgumentException if a step is null or holds an infinite number
     */
    public AnomalyCodec<R> build() {
      AnomalyComponents<R> components = description.components();
      int window = options.window() == 0 ? description.window() : options.window();
      int ahead = options.ahead() == 0 ? description.ahead() : options.ahead();
      List<NumberOutlook> outlooks = new ArrayList<>();
      for (int n = 0; n < components.numbers().size(); n++) {
        List<double[]> values = new ArrayList<>();
        for (int s = 0; s < all.size(); s++) {
          values.add(components.values(n, all.get(s), "series[" + s + "]"));
        }
        outlooks.add(NumberOutlook.learn(values, window, ahead));
      }
      List<List<String>> symbols = new ArrayList<>();
      for (int k = 0; k < components.symbols().size(); k++) {
        int symbol = k;
        symbols.add(
            all.stream()
                .flatMap(List::stream)
                .map(step -> components.symbol(symbol, step))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList());
      }
      for (int k = 0; k < symbols.size(); k++) {
        if (symbols.get(k).isEmpty()) {
          throw new IllegalArgumentException(
              "\"%s\" is missing in all that is learned from"
                  .formatted(components.symbols().get(k).name()));
        }
      }
      return new AnomalyCodec<>(description, window, ahead, outlooks, symbols, step(), null);
    }

    /**
     * Returns how far steps are apart; null where a pause tells nothing: events come at any time,
     * and weekends, nights or a second sensor of another rate are no gaps.
     */
    private @Nullable TimeStep step() {
      Function<? super R, ? extends Temporal> stamp = description.stamp();
      TimeStep found = null;
      long pairs = 0;
      long gaps = 0;
      for (List<R> series : stamp == null ? List.<List<R>>of() : all) {
        List<Temporal> stamps =
            series.stream().<@Nullable Temporal>map(stamp).filter(Objects::nonNull).toList();
        if (stamps.size() < 2) {
          continue;
        }
        try {
          found = found == null ? TimeGrid.find(stamps).step() : found;
        } catch (IllegalArgumentException e) {
          return null;
        }
        Temporal latest = stamps.get(0);
        for (Temporal next : stamps.subList(1, stamps.size())) {
          pairs++;
          gaps += found.isGap(latest, next) ? 1 : 0;
          latest = TimeStep.later(latest, next);
        }
      }
      return gaps > MOST_GAPS * pairs ? null : found;
    }
  }
}
