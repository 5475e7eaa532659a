package dev.rondo.samples.common;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
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

  /** Writes the line. */
  public void print(PrintStream out) {
    out.println(JSON.toJson(values));
    out.flush();
  }
}
