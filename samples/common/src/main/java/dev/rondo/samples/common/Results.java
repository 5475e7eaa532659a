package dev.rondo.samples.common;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.rondo.runtime.train.CalibrationReport;
import dev.rondo.runtime.train.Evaluation;
import java.io.PrintStream;

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

  /** Adds how good probabilities are, and where their calibration error lies in 95 % by chance. */
  public Results putProbabilities(Evaluation evaluation) {
    CalibrationReport.Band band = evaluation.calibration().byChance(0.95);
    return put("negativeLogLikelihood", evaluation.negativeLogLikelihood())
        .put("calibrationError", evaluation.calibrationError())
        .put("calibrationErrorByChanceFrom", band.low())
        .put("calibrationErrorByChanceTo", band.high());
  }

  /** Writes the line. */
  public void print(PrintStream out) {
    out.println(JSON.toJson(values));
    out.flush();
  }
}
