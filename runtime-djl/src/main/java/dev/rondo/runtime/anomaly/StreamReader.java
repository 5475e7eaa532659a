package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a stream step by step, and foretells from each place of it. */
interface StreamReader<R> {
  /**
   * Reads a step and returns what is foretold behind it.
   *
   * @throws IllegalArgumentException if it cannot be read; the reader is then as before
   */
  Foretold next(R step);

  /** Returns a reader that has read no step yet. */
  StreamReader<R> anew();

  /** Reads the whole window anew at each step: for networks that cannot be carried on. */
  final class OfWindows<R> implements StreamReader<R> {
    private final SequenceCodec<R> history;
    private final AnomalyCodec<R> codec;
    private final Function<List<Steps[]>, List<float[][]>> scores;
    private final List<R> window = new ArrayList<>();

    OfWindows(
        SequenceCodec<R> history,
        AnomalyCodec<R> codec,
        Function<List<Steps[]>, List<float[][]>> scores) {
      this.history = history;
      this.codec = codec;
      this.scores = scores;
    }

    @Override
    public Foretold next(R step) {
      List<R> steps = new ArrayList<>(window);
      steps.add(step);
      if (steps.size() > codec.window()) {
        steps.remove(0);
      }
      AnomalySeries<R> series = AnomalySeries.of(steps, "the window", history, codec);
      float[] scored = scores.apply(List.<Steps[]>of(series.inputs(0, steps.size()))).get(0)[0];
      Foretold next = series.foretold(0, steps.size(), scored);
      window.clear();
      window.addAll(steps);
      return next;
    }

    @Override
    public OfWindows<R> anew() {
      return new OfWindows<>(history, codec, scores);
    }
  }
}
