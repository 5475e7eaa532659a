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
 */
public record StoredCodec(String kind, Map<String, String> settings, List<String> entries) {
  /** Copies the settings and entries. */
  public StoredCodec {
    settings = Map.copyOf(settings);
    entries = List.copyOf(entries);
  }
}
