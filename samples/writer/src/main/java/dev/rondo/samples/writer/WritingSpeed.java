package dev.rondo.samples.writer;

import dev.rondo.runtime.decode.Sampling;

/** How many characters a second are written. */
final class WritingSpeed {
  private static final int WRITTEN = 5_000;
  private static final int WRITTEN_BEFORE = 1_000;

  private WritingSpeed() {}

  /** Returns the characters written a second, drawn at random. */
  static double of(WriterPredictor writer) {
    Sampling sampling = Sampling.atRandom().seed(1);
    // the first call prepares the kernel
    writer.write("", sampling.maximumLength(WRITTEN_BEFORE));
    long start = System.nanoTime();
    String written = writer.write("", sampling.maximumLength(WRITTEN));
    return written.codePointCount(0, written.length()) / ((System.nanoTime() - start) / 1e9);
  }
}
