package dev.rondo.runtime.store;

import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.TrainingHistory;
import java.util.List;
import java.util.Optional;

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
    int best = fields.smallCount("bestEpoch");
    int last = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
    if (best > last) {
      throw fields.wrong("bestEpoch", "is " + best + ", but the last epoch is " + last);
    }
    return new TrainingHistory(
        epochs,
        best,
        fields.has(ProvenanceJson.FIELD)
            ? Optional.of(ProvenanceJson.read(fields.object(ProvenanceJson.FIELD)))
            : Optional.empty());
  }

  private static EpochReport epoch(JsonFields fields) {
    return new EpochReport(
        fields.smallCount("epoch"),
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
}
