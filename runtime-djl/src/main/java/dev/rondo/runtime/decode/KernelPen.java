package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.kernel.GenerationLoop;
import dev.rondo.runtime.kernel.StepState;
import dev.rondo.runtime.layer.Prepared;
import org.jspecify.annotations.Nullable;

/**
 * Writes by the kernel that computes many tokens in one call. Between the calls the state is kept
 * in Java's memory, so that a text that nobody reads to its end leaves nothing behind.
 */
final class KernelPen implements Pen {
  private final Prepared<GenerationLoop> prepared;
  private float @Nullable [] state;

  KernelPen(Prepared<GenerationLoop> prepared) {
    this.prepared = prepared;
  }

  @Override
  public long[] write(long[] given, Sampling sampling, int count, double[] uniforms) {
    return prepared.use(loop -> write(loop, given, sampling, count, uniforms));
  }

  private long[] write(
      GenerationLoop loop, long[] given, Sampling sampling, int count, double[] uniforms) {
    try (StepState before = state == null ? loop.start() : loop.state(state)) {
      GenerationLoop.Written written =
          sampling.isGreedy()
              ? loop.greedy(before, given, count, TextStreams.BOUNDARY)
              : loop.sample(before, given, uniforms, sampling.settings(), TextStreams.BOUNDARY);
      try (StepState after = written.state()) {
        state = after.values();
      }
      return written.tokens();
    }
  }
}
