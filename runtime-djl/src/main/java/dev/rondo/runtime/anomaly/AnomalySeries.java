package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Series in numbers, and what is to be foretold of them. Each is encoded once; a window is a view,
 * but where a step is read by the one before it. No window of a history that is scored reads across
 * a gap.
 *
 * @param <R> a step of a stream
 */
public final class AnomalySeries<R> {
  private static final double FARTHEST = 8;
  private static final int AT_ONCE = 1024;

  private final SequenceCodec<R> history;
  private final AnomalyCodec<R> target;
  private final List<List<R>> records;
  private final List<@Nullable Steps> steps = new ArrayList<>();
  private final List<double[][]> values = new ArrayList<>();
  private final boolean carried;

  /** Of a history that is scored where the steps without a gap around each step begin. */
  private final int[] starts;

  private AnomalySeries(
      List<List<R>> records,
      SequenceCodec<R> history,
      AnomalyCodec<R> target,
      String name,
      int[] starts) {
    this.records = records;
    this.carried = target.carries(history);
    this.starts = starts;
    this.history = history;
    this.target = target;
    int numbers = target.components().numbers().size();
    for (int s = 0; s < records.size(); s++) {
      List<R> series = records.get(s);
      String place = name.equals("series") ? name + "[" + s + "]" : name;
      double[][] ofSeries = new double[numbers][];
      for (int n = 0; n < numbers; n++) {
        ofSeries[n] = target.components().values(n, series, place);
      }
      values.add(ofSeries);
      steps.add(history.looksBack() || series.isEmpty() ? null : encoded(series, place));
    }
  }

  private Steps encoded(List<R> series, String place) {
    try {
      return history.encodeSeries(series);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  /**
   * Encodes series.
   *
   * @param series each in the order of time; not copied
   * @throws IllegalArgumentException if one is null or cannot be read, naming its place
   */
  public static <R> AnomalySeries<R> of(
      Iterable<List<R>> series, SequenceCodec<R> history, AnomalyCodec<R> target) {
    List<List<R>> all = new ArrayList<>();
    Arguments.<List<R>>noNulls(series, "series").forEach(all::add);
    return new AnomalySeries<>(all, history, target, "series", new int[0]);
  }

  /** Encodes one history, which errors call by a name. */
  static <R> AnomalySeries<R> of(
      @Nullable List<R> series, String name, SequenceCodec<R> history, AnomalyCodec<R> target) {
    List<R> all = Arguments.notNull(series, name);
    return new AnomalySeries<>(List.of(all), history, target, name, target.starts(all));
  }

  /** Returns how many series there are. */
  public int size() {
    return records.size();
  }

  int length(int series) {
    return records.get(series).size();
  }

  /**
   * Returns the windows to learn from, as the network is to read them: every place with a step
   * behind it, and at least a quarter of a window before it, or half of what there is.
   *
   * @param cuts how many steps of each series there are to learn from
   * @throws IllegalArgumentException if there is none
   */
  public Rows<Steps[], float[][]> rows(int[] cuts) {
    int[] least = new int[size()];
    int[] before = new int[size() + 1];
    for (int s = 0; s < size(); s++) {
      int last = cuts[s] - target.ahead();
      least[s] = Math.max(1, Math.min(target.window() / 4, last / 2));
      before[s + 1] = Math.addExact(before[s], Math.max(0, last - least[s] + 1));
    }
    if (before[size()] == 0) {
      throw new IllegalArgumentException(
          "there is nothing to learn from: a series needs more steps than the furthest that is predicted ahead, %s, but the longest has %s that are not held out"
              .formatted(target.ahead(), Arrays.stream(cuts).max().orElse(0)));
    }
    return Rows.of(
        before[size()],
        index -> {
          int s = 0;
          while (before[s + 1] <= index) {
            s++;
          }
          return row(s, least[s] + index - before[s]);
        });
  }

  private Row<Steps[], float[][]> row(int series, int position) {
    Steps[] inputs = inputs(series, position);
    return new Row<>(inputs, new float[][] {target(series, position)}, Steps.longest(inputs));
  }

  /** Returns a series as a row, by which it is told from others. */
  public Row<Steps, float[]> row(int series) {
    Steps whole = steps.get(series);
    Steps all = whole == null ? history.encode(records.get(series)) : whole;
    return new Row<>(all, new float[0], all.length());
  }

  /** Returns where the steps begin that may be read at a place. */
  private int start(int position) {
    return starts.length == 0 ? 0 : starts[position - 1];
  }

  /** Returns whether steps are missing before a step of a history that is scored. */
  boolean isBehindGap(int step) {
    return step > 0 && starts[step] == step;
  }

  Steps[] inputs(int series, int position) {
    int start = start(position);
    int from = start + target.first(position - start, carried);
    Steps whole = steps.get(series);
    return new Steps[] {
      whole == null
          ? history.encode(records.get(series).subList(from, position))
          : whole.window(from, position - from, history.windows())
    };
  }

  /** Returns what is to be foretold at a place, as {@link AnomalyCodec} says. */
  float[] target(int series, int position) {
    int numbers = target.numbers();
    int symbols = target.symbolValues().size();
    float[] row = new float[target.targetSize()];
    Outlook outlook = Outlook.of(target, values.get(series), 0, position);
    for (int lead = 0; lead < target.leads(); lead++) {
      int at = position + target.stepsAhead(lead) - 1;
      boolean there = at < length(series);
      for (int n = 0; n < target.outlooks().size(); n++) {
        double value = there ? values.get(series)[n][at] : Double.NaN;
        int i = lead * target.outlooks().size() + n;
        if (!Double.isNaN(value)) {
          double off = (value - outlook.means()[i]) / outlook.units()[i];
          row[i] = (float) Math.max(-FARTHEST, Math.min(FARTHEST, off));
          row[numbers + i] = 1;
        }
      }
      for (int k = 0; k < symbols; k++) {
        int value = there ? symbol(k, records.get(series).get(at)) : -1;
        row[2 * numbers + lead * symbols + k] = value < 0 ? Float.NaN : value;
      }
    }
    return row;
  }

  private int symbol(int k, R step) {
    String value = target.components().symbol(k, step);
    return value == null ? -1 : target.symbolValues().get(k).indexOf(value);
  }

  /** Returns what the network foretold from a place. */
  Foretold foretold(int series, int position, float[] scores) {
    Outlook outlook = Outlook.of(target, values.get(series), start(position), position);
    return Foretold.of(target, outlook, scores);
  }

  /**
   * Returns what was foretold from each place of a series.
   *
   * @param from the first place
   * @param scores computes the scores of rows
   */
  List<Foretold> foretold(int series, int from, Function<List<Steps[]>, List<float[][]>> scores) {
    List<Foretold> all = new ArrayList<>();
    for (int first = Math.max(1, from); first < length(series); first += AT_ONCE) {
      List<Steps[]> rows = new ArrayList<>();
      for (int t = first; t < Math.min(length(series), first + AT_ONCE); t++) {
        rows.add(inputs(series, t));
      }
      List<float[][]> answers = scores.apply(rows);
      for (int i = 0; i < rows.size(); i++) {
        all.add(foretold(series, first + i, answers.get(i)[0]));
      }
    }
    return all;
  }

  /** Returns the numbers of each step of a series; NaN where one is missing. */
  double[][] values(int series) {
    double[][] ofNumbers = values.get(series);
    double[][] ofSteps = new double[length(series)][ofNumbers.length];
    for (int t = 0; t < ofSteps.length; t++) {
      for (int n = 0; n < ofNumbers.length; n++) {
        ofSteps[t][n] = ofNumbers[n][t];
      }
    }
    return ofSteps;
  }

  R record(int series, int step) {
    return records.get(series).get(step);
  }
}
