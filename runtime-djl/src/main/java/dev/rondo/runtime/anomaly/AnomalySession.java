package dev.rondo.runtime.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Watches one stream, step by step: it scores each step as it comes, with what the steps before it
 * foretold, and then foretells the next. Fed with the steps of a series it gives what the whole
 * series gives.
 *
 * <p>It keeps the last window in Java's memory, and the model does the computing: it needs no
 * closing, and must not be used after the model was closed. Not for use by several threads at once;
 * of one model many sessions can be used side by side.
 *
 * @param <R> a step of a stream
 */
public final class AnomalySession<R> {
  private final SequenceCodec<R> history;
  private final AnomalyCodec<R> codec;
  private final Function<List<Steps[]>, List<float[][]>> scores;
  private final AnomalyFollower<R> follower;
  private final List<R> window = new ArrayList<>();

  AnomalySession(
      SequenceCodec<R> history,
      AnomalyCodec<R> codec,
      Function<List<Steps[]>, List<float[][]>> scores) {
    this.history = history;
    this.codec = codec;
    this.scores = scores;
    this.follower = new AnomalyFollower<>(codec);
  }

  /**
   * Returns how unusual a step is.
   *
   * @throws IllegalArgumentException if it is null or cannot be read; the session is then as before
   * @throws IllegalStateException after the model was closed
   */
  public Anomaly next(@Nullable R step) {
    R given = Arguments.notNull(step, "step");
    List<R> steps = new ArrayList<>(window);
    steps.add(given);
    if (steps.size() > codec.window()) {
      steps.remove(0);
    }
    AnomalySeries<R> series = AnomalySeries.of(steps, "the window", history, codec);
    float[] scored = scores.apply(List.<Steps[]>of(series.inputs(0, steps.size()))).get(0)[0];
    Foretold next = series.foretold(0, steps.size(), scored);
    Anomaly anomaly = follower.next(given);
    follower.foretold(next);
    window.clear();
    window.addAll(steps);
    return anomaly;
  }

  /** Says that steps are missing before the next one: it starts anew, without a score at first. */
  public void gap() {
    window.clear();
    follower.gap();
  }
}
