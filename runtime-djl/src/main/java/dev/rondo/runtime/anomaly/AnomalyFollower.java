package dev.rondo.runtime.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.series.AnomalyTracker;
import java.nio.DoubleBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Follows a stream: compares each step with what was foretold of it. */
final class AnomalyFollower<R> {
  private static final int MOST_PARTS = 5;

  private final AnomalyCodec<R> codec;
  private final AnomalyTracker tracker;
  private final Deque<Foretold> foretold = new ArrayDeque<>(); // the latest first

  AnomalyFollower(AnomalyCodec<R> codec) {
    this.codec = codec;
    this.tracker = codec.scale().tracker();
  }

  /** Takes what is foretold from the steps so far. */
  void foretold(Foretold next) {
    foretold.addFirst(next);
    if (foretold.size() > codec.ahead()) {
      foretold.removeLast();
    }
  }

  Anomaly next(R step) {
    double[] surprises = new double[codec.channels()];
    Arrays.fill(surprises, Double.NaN);
    Foretold[] leads = new Foretold[codec.leads()];
    if (!foretold.isEmpty()) {
      leads[0] = foretold.getFirst();
      leads[0].surprises(codec, step, 0, surprises);
    }
    if (codec.leads() > 1 && foretold.size() == codec.ahead()) {
      leads[1] = foretold.getLast();
      leads[1].surprises(codec, step, 1, surprises);
    }
    double score = tracker.next(surprises, codec.components().values(step));
    if (Double.isNaN(score)) {
      return new Anomaly(score, List.of());
    }
    double[] parts = tracker.parts();
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < parts.length; c++) {
      if (!Double.isNaN(parts[c])) {
        order.add(c);
      }
    }
    order.sort(Comparator.comparingDouble((Integer c) -> parts[c]).reversed());
    int perLead = codec.channels() / codec.leads();
    List<Anomaly.Part> most = new ArrayList<>();
    for (int c : order.subList(0, Math.min(MOST_PARTS, order.size()))) {
      most.add(leads[c / perLead].part(codec, step, c, parts[c]));
    }
    return new Anomaly(score, most);
  }

  /** Returns how many numbers {@link #store} writes. */
  int size() {
    return tracker.stateSize() + 1 + foretold.size() * Foretold.size(codec);
  }

  /** Writes down where it is. */
  void store(DoubleBuffer to) {
    to.put(tracker.state()).put(foretold.size());
    foretold.forEach(each -> each.store(to));
  }

  /**
   * Goes on from what was written.
   *
   * @throws IllegalArgumentException if it is not what is written
   */
  void restore(DoubleBuffer from) {
    double[] state = new double[tracker.stateSize()];
    from.get(state);
    tracker.restore(state);
    int count = (int) from.get();
    if (count < 0 || count > codec.ahead() || from.remaining() != count * Foretold.size(codec)) {
      throw new IllegalArgumentException(
          "%s forecasts in %s numbers, expected up to %s"
              .formatted(count, from.remaining(), codec.ahead()));
    }
    foretold.clear();
    for (int i = 0; i < count; i++) {
      foretold.addLast(Foretold.restore(codec, from));
    }
  }

  void gap() {
    foretold.clear();
    tracker.gap();
  }
}
