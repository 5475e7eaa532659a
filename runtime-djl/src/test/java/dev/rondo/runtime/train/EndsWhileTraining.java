package dev.rondo.runtime.train;

import dev.rondo.runtime.engine.NativeCalls;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A program that is told to end in its training's seventh batch, in the second of its epochs, and
 * that lets its process end when it has the weights.
 */
public final class EndsWhileTraining {
  private static final CountDownLatch SAVED = new CountDownLatch(1);

  private EndsWhileTraining() {}

  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(EndsWhileTraining::awaitSaved));
    List<Sample> samples = Sample.random(40, 1);
    TinyModel model = new TinyTrainer().epochs(100).listener(new EndsInSeventhBatch()).fit(samples);
    System.out.print(model.history().epochs().size() + " " + model.weights().size());
    try {
      model.evaluate(samples);
    } catch (IllegalStateException e) {
      System.out.print(" " + e.getMessage());
    }
    SAVED.countDown();
  }

  private static final class EndsInSeventhBatch implements TrainingListener {
    private int batches;

    @Override
    public void onBatch(BatchProgress progress) {
      batches++;
      if (batches == 7) {
        new Thread(() -> System.exit(5)).start();
        while (!NativeCalls.processEnds()) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private static void awaitSaved() {
    try {
      SAVED.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
