package dev.rondo.samples.common;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.rondo.runtime.train.CalibrationReport;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.PrintStream;
import java.util.Map;

/** The results of a run, for other programs to read: one JSON object on one line. */
public final class Results {
  private static final Gson JSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private final JsonObject values = new JsonObject();

  /** Adds a text. */
  public Results put(String name, String value) {
    values.addProperty(name, value);
    return this;
  }

  /** Adds a number; JSON knows none that is infinite or not a number, so these become null. */
  public Results put(String name, double value) {
    values.addProperty(name, Double.isFinite(value) ? value : null);
    return this;
  }

  /** Adds a count. */
  public Results put(String name, long value) {
    values.addProperty(name, value);
    return this;
  }

  /** Adds several numbers under one name. */
  public Results put(String name, Map<String, Double> numbers) {
    JsonObject object = new JsonObject();
    numbers.forEach((key, value) -> object.addProperty(key, Double.isFinite(value) ? value : null));
    values.add(name, object);
    return this;
  }

  /** Adds how good probabilities are, and where their calibration error lies in 95 % by chance. */
  public Results putProbabilities(Evaluation evaluation) {
    CalibrationReport.Band band = evaluation.calibration().byChance(0.95);
    return put("negativeLogLikelihood", evaluation.negativeLogLikelihood())
        .put("calibrationError", evaluation.calibrationError())
        .put("calibrationErrorByChanceFrom", band.low())
        .put("calibrationErrorByChanceTo", band.high());
  }

  /** Adds how a model was trained: epochs, the best of them, and the seconds of one. */
  public Results putTraining(TrainingHistory history) {
    return put("epochs", history.epochs().size())
        .put("bestEpoch", history.bestEpoch())
        .put(
            "secondsPerEpoch",
            history.epochs().stream()
                .mapToDouble(EpochReport::seconds)
                .average()
                .orElse(Double.NaN));
  }

  /** Writes the line. */
  public void print(PrintStream out) {
    out.println(JSON.toJson(values));
    out.flush();
  }
}
