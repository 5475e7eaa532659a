package dev.rondo.runtime.store;

import com.google.gson.stream.JsonWriter;
import dev.rondo.runtime.serve.Precision;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes {@code model.json}. */
final class ManifestWriter {
  private final StringWriter text = new StringWriter();
  private final JsonWriter json = new JsonWriter(text);

  private ManifestWriter() {
    json.setIndent("  ");
  }

  static byte[] write(Manifest manifest) throws IOException {
    ManifestWriter writer = new ManifestWriter();
    writer.manifest(manifest);
    return ManifestDigest.sealed(utf8(writer.text.append('\n').toString()));
  }

  /**
   * Lone surrogates have no bytes in UTF-8. In JSON they can only be in strings, so: escape them.
   */
  static byte[] utf8(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.SURROGATE) {
                escaped.append(TokenLines.unicodeEscape(c));
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void manifest(Manifest manifest) throws IOException {
    json.beginObject();
    boolean exact = manifest.precision() == Precision.FLOAT32;
    // an older version can read all that has no weights of fewer bits
    int minor = exact ? ModelFormat.MINOR_OF_FLOAT32 : ModelFormat.MINOR;
    json.name("format").value(ModelFormat.MAJOR + "." + minor);
    json.name(ManifestDigest.FIELD).value(ManifestDigest.OPEN);
    json.name("writer").value(ModelFormat.writer());
    json.name("model").value(manifest.signature().model());
    if (!exact) {
      json.name(ModelFormat.PRECISION).value(manifest.precision().name().toLowerCase(Locale.ROOT));
    }
    signature(manifest.signature());
    codecs(manifest.codecs());
    entries(manifest.entries());
    new HistoryWriter(json).write(manifest.history());
    json.endObject();
  }

  private void signature(Signature signature) throws IOException {
    json.name("signature").beginObject();
    for (Signature.Part part : Signature.Part.values()) {
      json.name(part.key());
      strings(signature.lines(part));
    }
    json.endObject();
  }

  private void codecs(Map<String, Manifest.Codec> codecs) throws IOException {
    json.name("codecs").beginObject();
    for (Map.Entry<String, Manifest.Codec> codec : codecs.entrySet()) {
      json.name(codec.getKey()).beginObject();
      json.name("kind").value(codec.getValue().kind());
      json.name("settings");
      // they come in no order of their own: sorted, so that equal models are equal bytes
      strings(new TreeMap<>(codec.getValue().settings()));
      entry("entries", codec.getValue().vocabulary());
      entry("merges", codec.getValue().merges());
      json.endObject();
    }
    json.endObject();
  }

  private void entry(String field, @Nullable String name) throws IOException {
    if (name != null) {
      json.name(field).value(name);
    }
  }

  private void entries(Map<String, Manifest.Entry> entries) throws IOException {
    json.name("entries").beginObject();
    for (Map.Entry<String, Manifest.Entry> entry : entries.entrySet()) {
      json.name(entry.getKey()).beginObject();
      json.name("size").value(entry.getValue().size());
      json.name("sha256").value(entry.getValue().sha256());
      json.endObject();
    }
    json.endObject();
  }

  private void strings(Map<String, String> strings) throws IOException {
    json.beginObject();
    for (Map.Entry<String, String> string : strings.entrySet()) {
      json.name(string.getKey()).value(string.getValue());
    }
    json.endObject();
  }
}
