package dev.rondo.it.benchmark;

import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.TrainingListener;

/** Looks at the memory after a fifth of a training's steps, and after all; then ends it. */
final class MemorySteps implements TrainingListener {
  private final MemoryCounters memory;
  private final int all;
  private final Runnable end;
  private int steps;

  /**
   * Waits for the first step.
   *
   * @param all how many steps the training takes
   * @param end ends it
   */
  MemorySteps(MemoryCounters memory, int all, Runnable end) {
    this.memory = memory;
    this.all = all;
    this.end = end;
  }

  @Override
  public void onBatch(BatchProgress progress) {
    steps++;
    if (steps == Math.max(1, all / 5)) {
      memory.warm();
    }
    if (steps == all) {
      memory.end();
      end.run();
    }
  }
}
