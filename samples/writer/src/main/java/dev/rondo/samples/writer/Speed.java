package dev.rondo.samples.writer;

import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TrainingListener;
import org.jspecify.annotations.Nullable;

/** How many characters a second are trained, evaluation left out, and written. */
final class Speed implements TrainingListener {
  private static final int WRITTEN = 5_000;
  private static final int WRITTEN_BEFORE = 1_000;

  private @Nullable BatchProgress last;
  private long characters;
  private double seconds;

  @Override
  public void onBatch(BatchProgress progress) {
    last = progress;
  }

  @Override
  public void onEpoch(EpochReport report) {
    if (last != null) {
      characters += last.done();
      seconds += last.seconds();
    }
  }

  /** Returns the characters trained a second, over all epochs that were completed. */
  double perSecond() {
    return characters / seconds;
  }

  /** Returns the characters written a second, drawn at random. */
  static double ofWriting(WriterPredictor writer) {
    Sampling sampling = Sampling.atRandom().seed(1);
    // the first call prepares the kernel
    writer.write("", sampling.maximumLength(WRITTEN_BEFORE));
    long start = System.nanoTime();
    String written = writer.write("", sampling.maximumLength(WRITTEN));
    return written.codePointCount(0, written.length()) / ((System.nanoTime() - start) / 1e9);
  }
}
