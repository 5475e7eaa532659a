package dev.rondo.runtime.train;

import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Path;

/** A program that trains, and waits after one of its batches, once the checkpoint is written. */
final class TrainsUntilKilled {
  private TrainsUntilKilled() {}

  /**
   * Trains.
   *
   * @param arguments the kind of training, the checkpoint, a folder, and the batch, counted from 1
   */
  public static void main(String[] arguments) {
    int waitsAfter = Integer.parseInt(arguments[3]);
    TrainingListener listener =
        new TrainingListener() {
          private int batches;

          @Override
          public void onBatch(BatchProgress progress) {
            batches++;
            if (batches == waitsAfter) {
              System.out.println("waits");
              try {
                Thread.currentThread().join(); // for itself, that is until it is killed
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }
          }
        };
    Training.valueOf(arguments[0]).fit(listener, Path.of(arguments[1]), Path.of(arguments[2]));
  }

  /** Starts the program in a process of its own, and returns when it waits. */
  static Process start(Training training, Path checkpoint, Path folder, int waitsAfter)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dai.djl.pytorch.num_threads=" + JniUtils.getNumThreads(),
                "-cp",
                System.getProperty("java.class.path"),
                TrainsUntilKilled.class.getName(),
                training.name(),
                checkpoint.toString(),
                folder.toString(),
                Integer.toString(waitsAfter))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.getInputStream().read() != 'w') {
      throw new IllegalStateException("the training ended early");
    }
    return process;
  }
}
