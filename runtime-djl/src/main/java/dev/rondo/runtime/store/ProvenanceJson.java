package dev.rondo.runtime.store;

import com.google.gson.stream.JsonWriter;
import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.train.Provenance;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a model comes from, as JSON: written, and read without believing anything. */
final class ProvenanceJson {
  static final String FIELD = "provenance";

  private ProvenanceJson() {}

  /** Writes the field {@code provenance}. */
  static void write(JsonWriter json, Provenance provenance) throws IOException {
    json.name(FIELD).beginObject();
    json.name("started").value(provenance.started().toString());
    json.name("finished").value(provenance.finished().toString());
    json.name("resumed").value(provenance.resumed());
    texts(json, "settings", provenance.settings());
    json.name("data").beginObject();
    for (Map.Entry<String, Fingerprint> data : provenance.data().entrySet()) {
      json.name(data.getKey()).beginObject();
      json.name("count").value(data.getValue().count());
      json.name("length").value(data.getValue().length());
      json.name("sha256").value(data.getValue().sha256());
      json.endObject();
    }
    json.endObject();
    texts(json, "machine", provenance.machine());
    texts(json, "tags", provenance.tags());
    json.endObject();
  }

  private static void texts(JsonWriter json, String name, Map<String, String> texts)
      throws IOException {
    json.name(name).beginObject();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      json.name(text.getKey()).value(text.getValue());
    }
    json.endObject();
  }

  /** Reads the field {@code provenance}. */
  static Provenance read(JsonFields fields) {
    Instant started = time(fields, "started");
    Instant finished = time(fields, "finished");
    int resumed = fields.smallCount("resumed");
    Map<String, String> settings = fields.object("settings").strings();
    Map<String, Fingerprint> data = data(fields.object("data"));
    Map<String, String> machine = fields.object("machine").strings();
    Map<String, String> tags = fields.object("tags").strings();
    try {
      return new Provenance(started, finished, resumed, settings, data, machine, tags);
    } catch (IllegalArgumentException e) {
      throw fields.wrong(e);
    }
  }

  private static Map<String, Fingerprint> data(JsonFields fields) {
    Map<String, Fingerprint> data = new LinkedHashMap<>();
    for (String name : fields.names()) {
      JsonFields one = fields.object(name);
      data.put(
          name, new Fingerprint(one.count("count"), one.count("length"), one.sha256("sha256")));
    }
    return data;
  }

  private static Instant time(JsonFields fields, String name) {
    String time = fields.string(name);
    try {
      return Instant.parse(time);
    } catch (DateTimeParseException e) {
      throw fields.wrong(
          name, "is " + Place.quote(time) + ", expected a time like 2026-01-31T12:00:00Z");
    }
  }
}
