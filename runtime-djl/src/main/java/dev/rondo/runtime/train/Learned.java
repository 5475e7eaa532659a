package dev.rondo.runtime.train;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model has learned: its weights, and what the rows of some of them stand for.
 *
 * @param weights by name
 * @param codecs what inputs and outputs tell apart, by the names that a model file gives them
 * @param rows the name of the codec whose entries the rows of a weight stand for, by the weight's
 *     name: tokens of an embedding, classes of an output
 */
public record Learned(Weights weights, Map<String, StoredCodec> codecs, Map<String, String> rows) {
  /** Copies the maps. */
  public Learned {
    codecs = Collections.unmodifiableMap(new LinkedHashMap<>(codecs));
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /** Returns what a network has learned, codecs still to be told. */
  public static Learned of(NetworkHost host) {
    return new Learned(host.weights(), Map.of(), host.network().rowsOf());
  }

  /** Returns the same with a codec. */
  public Learned codec(String name, StoredCodec codec) {
    return codecs(Map.of(name, codec));
  }

  /** Returns the same with codecs, by their names. */
  public Learned codecs(Map<String, StoredCodec> added) {
    Map<String, StoredCodec> all = new LinkedHashMap<>(codecs);
    all.putAll(added);
    return new Learned(weights, all, rows);
  }
}
