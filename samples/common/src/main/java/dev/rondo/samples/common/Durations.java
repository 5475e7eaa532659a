package dev.rondo.samples.common;

import dev.rondo.runtime.train.BatchProgress;
import java.time.Duration;
import java.util.Locale;

/** How long a training will go on. */
final class Durations {
  private Durations() {}

  /** Returns the time until the last epoch ends, at the speed of this one. */
  static Duration left(BatchProgress progress) {
    long examples =
        (progress.epochs() - progress.epoch() + 1) * progress.examples() - progress.done();
    return Duration.ofSeconds(Math.round(progress.seconds() / progress.done() * examples));
  }

  /** Returns minutes and seconds, such as 2:05. */
  static String format(Duration duration) {
    return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
  }
}
