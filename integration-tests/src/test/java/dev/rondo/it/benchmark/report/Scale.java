package dev.rondo.it.benchmark.report;

import dev.rondo.it.benchmark.peer.Size;
import java.util.List;

/**
 * How much work the benchmarks do.
 *
 * @param layers of the tables of layers
 * @param step of single steps
 * @param sentence of single sequences
 * @param epoch of epochs
 * @param batches in an epoch
 * @param memory of the memory's benchmark
 * @param repetitions of its work
 * @param largeCheckpoint whether checkpoints are those of a large model
 * @param checkpoints how many
 * @param megabytes of the files that are read
 * @param typedEpochs of the training on arrays of numbers
 * @param series how many there are in the training on series
 * @param seriesBatches steps of that training
 * @param adding the lengths of the adding problem
 * @param updates training steps on it
 */
record Scale(
    List<Size> layers,
    Size step,
    Size sentence,
    Size epoch,
    int batches,
    Size memory,
    int repetitions,
    boolean largeCheckpoint,
    int checkpoints,
    int megabytes,
    int typedEpochs,
    int series,
    int seriesBatches,
    List<Integer> adding,
    int updates) {
  /** What the report is made of. */
  static final Scale FULL =
      new Scale(
          List.of(Size.LARGE, Size.SMALL),
          Size.STEP,
          Size.SENTENCE,
          Size.LARGE,
          40,
          Size.LIGHT,
          10_000,
          true,
          10,
          100,
          5,
          1_000,
          400,
          List.of(200, 400),
          1_500);

  /** For a test of the report. */
  static final Scale TINY =
      new Scale(
          List.of(Size.TINY),
          Size.TINY,
          Size.TINY,
          Size.TINY,
          2,
          Size.TINY,
          10,
          false,
          2,
          1,
          1,
          2,
          2,
          List.of(6),
          2);
}
