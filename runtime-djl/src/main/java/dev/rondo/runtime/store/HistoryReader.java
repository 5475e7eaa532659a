package dev.rondo.runtime.store;

import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.TrainingHistory;
import java.util.List;

/** Reads how a model was trained, from JSON, and believes nothing. */
final class HistoryReader {
  private HistoryReader() {}

  /** Reads the field {@code training}. */
  static TrainingHistory read(JsonFields fields) {
    List<EpochReport> epochs = fields.objects("epochs").stream().map(HistoryReader::epoch).toList();
    for (int i = 1; i < epochs.size(); i++) {
      if (epochs.get(i).epoch() != epochs.get(i - 1).epoch() + 1) {
        throw fields.wrong(
            "epochs",
            "has epoch %s after epoch %s"
                .formatted(epochs.get(i).epoch(), epochs.get(i - 1).epoch()));
      }
    }
    int best = smallCount(fields, "bestEpoch");
    int last = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
    if (best > last) {
      throw fields.wrong("bestEpoch", "is " + best + ", but the last epoch is " + last);
    }
    return new TrainingHistory(epochs, best);
  }

  private static EpochReport epoch(JsonFields fields) {
    return new EpochReport(
        smallCount(fields, "epoch"),
        fields.number("learningRate"),
        fields.number("trainingLoss"),
        fields.numberOrNull("validationLoss"),
        fields.isNull("validationQuality") ? null : quality(fields.object("validationQuality")),
        fields.count("examples"),
        fields.number("seconds"));
  }

  private static Quality quality(JsonFields fields) {
    return new Quality(
        fields.string("name"),
        fields.number("value"),
        fields.flag("share"),
        fields.has("lowerIsBetter") && fields.flag("lowerIsBetter"));
  }

  private static int smallCount(JsonFields fields, String name) {
    long count = fields.count(name);
    if (count > Integer.MAX_VALUE) {
      throw fields.wrong(name, "is " + count + ", which is too large");
    }
    return (int) count;
  }
}
