package dev.rondo.runtime.store;

import com.google.gson.stream.JsonWriter;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.StateArray;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipOutputStream;

/** Writes a checkpoint: first what is in it, with digests, then the arrays, one after the other. */
final class CheckpointWriter {
  private final Checkpoint checkpoint;
  private final Place place;

  CheckpointWriter(Checkpoint checkpoint, Place place) {
    this.checkpoint = checkpoint;
    this.place = place;
  }

  void write(OutputStream out) throws IOException {
    List<ZipPart> parts = new ArrayList<>();
    for (Map.Entry<Checkpoint.Part, Map<String, StateArray>> part :
        checkpoint.arrays().entrySet()) {
      String name = CheckpointEntries.of(part.getKey());
      Map<String, StateArray> arrays = part.getValue();
      parts.add(
          ZipPart.of(
              name,
              entryOut ->
                  Safetensors.write(
                      shapes(arrays),
                      array -> Objects.requireNonNull(arrays.get(array)).buffer(),
                      entryOut,
                      place.in(name)),
              Long.MAX_VALUE,
              place));
    }
    byte[] manifest = manifest(parts);
    parts.add(
        0,
        ZipPart.of(
            CheckpointEntries.MANIFEST,
            manifestOut -> manifestOut.write(manifest),
            ModelFormat.MANIFEST_BYTES,
            place));
    ZipOutputStream zip = new ZipOutputStream(out);
    for (ZipPart part : parts) {
      part.writeTo(zip);
    }
    zip.finish(); // not closed: the stream is the caller's
  }

  private static Map<String, long[]> shapes(Map<String, StateArray> arrays) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    arrays.forEach((name, array) -> shapes.put(name, array.shape()));
    return shapes;
  }

  private byte[] manifest(List<ZipPart> parts) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.setIndent("  ");
    json.beginObject();
    json.name("format").value(CheckpointEntries.FORMAT);
    json.name(ManifestDigest.FIELD).value(ManifestDigest.OPEN);
    json.name("writer").value(ModelFormat.writer());
    for (Map.Entry<Checkpoint.Facts, Map<String, String>> facts : checkpoint.facts().entrySet()) {
      json.name(facts.getKey().key()).beginObject();
      for (Map.Entry<String, String> fact : facts.getValue().entrySet()) {
        json.name(fact.getKey()).value(fact.getValue());
      }
      json.endObject();
    }
    arrays(json);
    json.name("entries").beginObject();
    for (ZipPart part : parts) {
      json.name(part.name()).beginObject();
      json.name("size").value(part.size());
      json.name("sha256").value(part.sha256());
      json.endObject();
    }
    json.endObject();
    new HistoryWriter(json).write(checkpoint.history());
    json.endObject();
    return ManifestDigest.sealed(ManifestWriter.utf8(text.append('\n').toString()));
  }

  private void arrays(JsonWriter json) throws IOException {
    json.name("arrays").beginObject();
    for (Map.Entry<Checkpoint.Part, Map<String, StateArray>> part :
        checkpoint.arrays().entrySet()) {
      json.name(part.getKey().key()).beginObject();
      json.setIndent(""); // else a line for each dimension
      for (Map.Entry<String, StateArray> array : part.getValue().entrySet()) {
        json.name(array.getKey()).beginArray();
        for (long dimension : array.getValue().shape()) {
          json.value(dimension);
        }
        json.endArray();
      }
      json.endObject();
      json.setIndent("  ");
    }
    json.endObject();
  }
}
