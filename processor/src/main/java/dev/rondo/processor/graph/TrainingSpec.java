package dev.rondo.processor.graph;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.processor.diag.Origin;
import java.util.List;

/**
 * The values of {@code @Training}, its defaults where nothing is written.
 *
 * @param written the names of the members that the user wrote, in the order of the declaration
 * @param origin the annotation, or the interface where there is none
 */
public record TrainingSpec(
    Optimizer optimizer,
    double learningRate,
    Schedule schedule,
    double warmup,
    int decayEvery,
    double decayFactor,
    int epochs,
    int batchSize,
    int truncateAfter,
    double clipNorm,
    double momentum,
    double weightDecay,
    double labelSmoothing,
    int patience,
    List<String> written,
    Origin origin) {
  public TrainingSpec {
    written = List.copyOf(written);
  }
}
