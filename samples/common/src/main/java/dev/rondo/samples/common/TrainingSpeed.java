package dev.rondo.samples.common;

import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TrainingListener;
import org.jspecify.annotations.Nullable;

/** How fast a training goes, evaluation left out. */
public final class TrainingSpeed implements TrainingListener {
  private @Nullable BatchProgress last;
  private long done;
  private double seconds;

  @Override
  public void onBatch(BatchProgress progress) {
    last = progress;
  }

  @Override
  public void onEpoch(EpochReport report) {
    if (last != null) {
      done += last.done();
      seconds += last.seconds();
    }
  }

  /**
   * Returns how many examples were trained a second, or whatever else the training counts, over all
   * epochs that were completed; not a number if none was.
   */
  public double perSecond() {
    return done / seconds;
  }
}
