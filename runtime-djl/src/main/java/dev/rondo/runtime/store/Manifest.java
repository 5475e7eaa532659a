package dev.rondo.runtime.store;

import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.train.TrainingHistory;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says.
 *
 * @param newer whether a newer minor format may have added what this version does not know
 * @param precision what large weights are kept in
 * @param signature the model's name and what it is made of
 * @param codecs the codecs by name, their entries left in entries of their own
 * @param entries the other entries of the file by name
 * @param history how the model was trained
 */
record Manifest(
    boolean newer,
    Precision precision,
    Signature signature,
    Map<String, Codec> codecs,
    Map<String, Entry> entries,
    TrainingHistory history) {
  Manifest {
    codecs = Collections.unmodifiableMap(new LinkedHashMap<>(codecs));
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Returns the names of the entries that are read: the weights and what codecs have. */
  Set<String> used() {
    Set<String> used = new HashSet<>();
    used.add(ModelFormat.WEIGHTS);
    for (Codec codec : codecs.values()) {
      if (codec.vocabulary() != null) {
        used.add(codec.vocabulary());
      }
      if (codec.merges() != null) {
        used.add(codec.merges());
      }
    }
    return used;
  }

  /**
   * A codec without its entries and merges.
   *
   * @param vocabulary the entry that holds them; null if there are none
   * @param merges the entry that holds the merges; null if there are none
   */
  record Codec(
      String kind,
      Map<String, String> settings,
      @Nullable String vocabulary,
      @Nullable String merges) {}

  /**
   * An entry of the zip.
   *
   * @param size in bytes, not compressed
   * @param sha256 the digest of these bytes, 64 lower-case hexadecimal digits
   */
  record Entry(long size, String sha256) {}
}
