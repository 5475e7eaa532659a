package dev.rondo.runtime.store;

import com.google.gson.stream.JsonWriter;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how a model was trained, as JSON. */
final class HistoryWriter {
  private final JsonWriter json;

  HistoryWriter(JsonWriter json) {
    this.json = json;
  }

  /** Writes the field {@code training}. */
  void write(TrainingHistory history) throws IOException {
    json.name("training").beginObject();
    json.name("bestEpoch").value(history.bestEpoch());
    json.name("epochs").beginArray();
    json.setIndent(""); // else eight lines an epoch
    List<EpochReport> epochs = history.epochs();
    for (EpochReport epoch :
        epochs.subList(Math.max(0, epochs.size() - ModelFormat.HISTORY_EPOCHS), epochs.size())) {
      epoch(epoch);
    }
    json.endArray();
    json.setIndent("  ");
    if (history.provenance().isPresent()) {
      ProvenanceJson.write(json, history.provenance().get());
    }
    json.endObject();
  }

  private void epoch(EpochReport epoch) throws IOException {
    json.beginObject();
    json.name("epoch").value(epoch.epoch());
    number("learningRate", epoch.learningRate());
    number("trainingLoss", epoch.trainingLoss());
    number("validationLoss", epoch.validationLoss());
    json.name("validationQuality");
    quality(epoch.validationQuality());
    json.name("examples").value(epoch.examples());
    number("seconds", epoch.seconds());
    json.endObject();
  }

  private void quality(@Nullable Quality quality) throws IOException {
    if (quality == null) {
      json.nullValue();
      return;
    }
    json.beginObject();
    json.name("name").value(quality.name());
    number("value", quality.value());
    json.name("share").value(quality.share());
    if (quality.lowerIsBetter()) { // an older version reads that higher is better, and only prints
      json.name("lowerIsBetter").value(true);
    }
    json.endObject();
  }

  /** JSON has no number for a loss that is infinite or not a number: a string says it. */
  private void number(String name, @Nullable Double value) throws IOException {
    json.name(name);
    if (value == null) {
      json.nullValue();
    } else if (Double.isFinite(value)) {
      json.value(value);
    } else {
      json.value(value.toString());
    }
  }
}
