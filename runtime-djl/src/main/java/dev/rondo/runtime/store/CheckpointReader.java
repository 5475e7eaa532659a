package dev.rondo.runtime.store;

import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.StateArray;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

/** Reads a checkpoint and believes nothing that it says, as {@link ModelReader}. */
final class CheckpointReader {
  private final ZipArchive zip;
  private final Place place;

  private CheckpointReader(ZipArchive zip, Place place) {
    this.zip = zip;
    this.place = place;
  }

  /**
   * Reads a whole checkpoint.
   *
   * @throws ModelFileException if it is damaged, foreign, or of another format
   */
  static Checkpoint read(Path file, Place place) {
    try (ZipArchive zip = ZipArchive.open(file.toFile(), ZipFile.OPEN_READ, place)) {
      return new CheckpointReader(zip, place).read();
    }
  }

  private Checkpoint read() {
    JsonFields manifest = manifest();
    Set<String> known = new HashSet<>(Set.of(CheckpointEntries.MANIFEST));
    Map<Checkpoint.Facts, Map<String, String>> facts = new EnumMap<>(Checkpoint.Facts.class);
    for (Checkpoint.Facts kind : Checkpoint.Facts.values()) {
      facts.put(kind, manifest.object(kind.key()).strings());
    }
    Map<Checkpoint.Part, Map<String, StateArray>> arrays = new EnumMap<>(Checkpoint.Part.class);
    for (Checkpoint.Part part : Checkpoint.Part.values()) {
      String entry = CheckpointEntries.of(part);
      known.add(entry);
      arrays.put(part, arrays(manifest, part, entry));
    }
    for (String name : zip.names()) {
      if (!known.contains(name)) {
        throw place.in(name).wrong("is no entry of a checkpoint");
      }
    }
    return new Checkpoint(facts, HistoryReader.read(manifest.object("training")), arrays);
  }

  private JsonFields manifest() {
    if (!zip.names().contains(CheckpointEntries.MANIFEST)) {
      throw place.wrong(
          "is a zip, but no checkpoint: it has no \"" + CheckpointEntries.MANIFEST + "\"");
    }
    Place inside = place.in(CheckpointEntries.MANIFEST);
    byte[] json;
    try (EntryReader in = zip.read(CheckpointEntries.MANIFEST, ModelFormat.MANIFEST_BYTES)) {
      json = in.read((int) in.remaining());
      in.finish();
    }
    JsonFields fields = JsonFields.parse(json, inside);
    String format = fields.string("format");
    if (!format.equals(CheckpointEntries.FORMAT)) {
      throw inside.wrong(
          "has format %s, and this Rondo goes on from %s: end the training with the Rondo that began it"
              .formatted(Place.quote(format), CheckpointEntries.FORMAT));
    }
    String digest = fields.string(ManifestDigest.FIELD);
    if (digest.length() != ManifestDigest.OPEN.length() || !ManifestDigest.fits(json, digest)) {
      throw inside.wrong("is damaged or was changed: its SHA-256 is not the one that it says");
    }
    return fields;
  }

  private Map<String, StateArray> arrays(
      JsonFields manifest, Checkpoint.Part part, String entryName) {
    JsonFields listed = manifest.object("arrays").object(part.key());
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (String name : listed.names()) {
      shapes.put(name, listed.counts(name));
    }
    JsonFields entry = manifest.object("entries").object(entryName);
    Place inside = place.in(entryName);
    if (zip.size(entryName) != entry.count("size") || !zip.isStored(entryName)) {
      throw inside.wrong(
          "has %s bytes, expected %s that are not compressed"
              .formatted(zip.size(entryName), entry.count("size")));
    }
    Map<String, StateArray> arrays = new LinkedHashMap<>();
    try (EntryReader in = zip.read(entryName, Long.MAX_VALUE)) {
      Weights read = Safetensors.read(in, shapes);
      in.finish(entry.string("sha256"));
      read.tensors()
          .forEach((name, array) -> arrays.put(name, new StateArray(array.shape(), array::values)));
    }
    return arrays;
  }
}
