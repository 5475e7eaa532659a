package dev.rondo.runtime.train;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a line an epoch. */
final class LoggingListener implements TrainingListener {
  private static final Logger LOG = LoggerFactory.getLogger("dev.rondo.training");

  @Override
  public void onEpoch(EpochReport report) {
    if (LOG.isInfoEnabled()) {
      String line =
          String.format(
              Locale.ROOT,
              "epoch %d: loss %.4f, %.1f s",
              report.epoch(),
              report.trainingLoss(),
              report.seconds());
      if (report.validationLoss() != null) {
        line += String.format(Locale.ROOT, ", validation loss %.4f", report.validationLoss());
      }
      if (report.validationQuality() != null) {
        line += ", " + report.validationQuality();
      }
      LOG.info(line);
    }
  }
}
