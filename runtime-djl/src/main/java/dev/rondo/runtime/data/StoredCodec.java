package dev.rondo.runtime.data;

import java.util.List;
import java.util.Map;

/**
 * What a model file keeps of a codec: enough to make the same numbers of the same values again.
 *
 * @param kind what the codec is, for example {@code text} or {@code enum}
 * @param settings its settings by name
 * @param entries what it tells apart, in the order of their numbers: tokens, names of constants;
 *     empty where it needs none
 * @param merges of which two entries the last entries are made, one merge an entry, in order; empty
 *     where none are
 * @param forTraining whether it is restored for a training that goes on: an enum that the model
 *     answers with may then have more constants than entries
 */
public record StoredCodec(
    String kind,
    Map<String, String> settings,
    List<String> entries,
    List<String> merges,
    boolean forTraining) {
  /** Copies the settings, entries and merges. */
  public StoredCodec {
    settings = Map.copyOf(settings);
    entries = List.copyOf(entries);
    merges = List.copyOf(merges);
  }

  /** Keeps a codec. */
  public StoredCodec(
      String kind, Map<String, String> settings, List<String> entries, List<String> merges) {
    this(kind, settings, entries, merges, false);
  }

  /** Keeps a codec whose entries are not made of others. */
  public StoredCodec(String kind, Map<String, String> settings, List<String> entries) {
    this(kind, settings, entries, List.of());
  }

  /** Returns the same, to be restored for a training that goes on. */
  public StoredCodec toTrain() {
    return new StoredCodec(kind, settings, entries, merges, true);
  }
}
