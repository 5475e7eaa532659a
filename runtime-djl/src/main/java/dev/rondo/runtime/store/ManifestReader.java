package dev.rondo.runtime.store;

import dev.rondo.runtime.serve.Precision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code model.json} and believes nothing. Fields that it does not know are left alone: a
 * newer minor version may have added them.
 */
final class ManifestReader {
  private static final Pattern VERSION = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})");

  private ManifestReader() {}

  static Manifest read(byte[] utf8, Place place) {
    JsonFields fields = JsonFields.parse(utf8, place);
    int minor = minor(fields, place);
    checkDigest(fields, minor, utf8, place);
    boolean newer = minor > ModelFormat.MINOR;
    Map<String, Manifest.Entry> entries = entries(fields.object("entries"));
    Signature signature = signature(fields);
    JsonFields codecs = fields.object("codecs");
    if (!newer) {
      checkNames(codecs, signature);
    }
    return new Manifest(
        newer,
        precision(fields),
        signature,
        codecs(codecs, entries),
        entries,
        HistoryReader.read(fields.object("training")));
  }

  private static Precision precision(JsonFields fields) {
    if (!fields.has(ModelFormat.PRECISION)) {
      return Precision.FLOAT32;
    }
    String name = fields.string(ModelFormat.PRECISION);
    return switch (name) {
      case "bfloat16" -> Precision.BFLOAT16;
      case "int8" -> Precision.INT8;
      default ->
          throw fields.wrong(
              ModelFormat.PRECISION,
              "is "
                  + Place.quote(name)
                  + ", expected \"bfloat16\" or \"int8\"; a newer Rondo may know it");
    };
  }

  /** Checks the digest that files have from format 1.1 on. */
  private static void checkDigest(JsonFields fields, int minor, byte[] utf8, Place place) {
    if (minor < ModelFormat.MINOR_WITH_DIGEST && !fields.has(ManifestDigest.FIELD)) {
      return;
    }
    String digest = fields.sha256(ManifestDigest.FIELD);
    if (!ManifestDigest.fits(utf8, digest)) {
      throw place.wrong("is damaged or was changed: its SHA-256 is not the one that it says");
    }
  }

  private static void checkNames(JsonFields codecs, Signature signature) {
    for (String name : codecs.names()) {
      if (!signature.hasCodec(name)) {
        throw codecs.wrong(name, "is neither an input nor an output of the signature");
      }
    }
  }

  /** Returns the minor version of a file whose major version is ours. */
  private static int minor(JsonFields fields, Place place) {
    String format = fields.string("format");
    Matcher version = VERSION.matcher(format);
    if (!version.matches()) {
      throw fields.wrong("format", "is " + Place.quote(format) + ", expected a version like 1.0");
    }
    int major = Integer.parseInt(version.group(1));
    if (major > ModelFormat.MAJOR) {
      throw place.wrong(
          String.format(
              "has format %s, which is newer than this Rondo: it reads %s.x. Update Rondo to load"
                  + " this model.",
              format, ModelFormat.MAJOR));
    }
    if (major < ModelFormat.MAJOR) {
      throw place.wrong(String.format("has format %s, expected %s.x", format, ModelFormat.MAJOR));
    }
    return Integer.parseInt(version.group(2));
  }

  private static Signature signature(JsonFields fields) {
    Signature.Builder signature = Signature.of(fields.string("model"));
    JsonFields lines = fields.object("signature");
    for (Signature.Part part : Signature.Part.values()) {
      lines.object(part.key()).strings().forEach((name, line) -> signature.line(part, name, line));
    }
    return signature.build();
  }

  private static Map<String, Manifest.Entry> entries(JsonFields fields) {
    Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
    for (String name : fields.names()) {
      if (!ModelFormat.isEntryName(name) || name.equals(ModelFormat.MANIFEST)) {
        throw fields.wrong(name, "is no name for an entry");
      }
      JsonFields entry = fields.object(name);
      String sha256 = entry.sha256("sha256");
      entries.put(name, new Manifest.Entry(entry.count("size"), sha256));
    }
    if (!entries.containsKey(ModelFormat.WEIGHTS)) {
      throw fields.wrong(ModelFormat.WEIGHTS, "is missing");
    }
    return entries;
  }

  private static Map<String, Manifest.Codec> codecs(
      JsonFields fields, Map<String, Manifest.Entry> entries) {
    Map<String, Manifest.Codec> codecs = new LinkedHashMap<>();
    for (String name : fields.names()) {
      JsonFields codec = fields.object(name);
      codecs.put(
          name,
          new Manifest.Codec(
              codec.string("kind"),
              codec.object("settings").strings(),
              entry(codec, "entries", entries),
              entry(codec, "merges", entries)));
    }
    return codecs;
  }

  private static @Nullable String entry(
      JsonFields codec, String field, Map<String, Manifest.Entry> entries) {
    if (!codec.has(field)) {
      return null;
    }
    String name = codec.string(field);
    if (!entries.containsKey(name)) {
      throw codec.wrong(
          field, "is " + Place.quote(name) + ", which is not among the file's entries");
    }
    return name;
  }
}
