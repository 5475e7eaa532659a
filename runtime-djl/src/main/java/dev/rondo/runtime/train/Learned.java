package dev.rondo.runtime.train;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.feature.StepsCodec;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Reads;
import dev.rondo.runtime.layer.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model has learned: its weights, and what the rows of some of them stand for.
 *
 * @param weights by name
 * @param codecs what inputs and outputs tell apart, by the names that a model file gives them
 * @param rows the name of the codec whose entries the rows of a weight stand for, by the weight's
 *     name: tokens of an embedding, classes of an output
 * @param columns what the columns of a weight stand for, by the weight's name, where features of
 *     inputs are among them
 * @param features what the features of each input are of
 */
public record Learned(
    Weights weights,
    Map<String, StoredCodec> codecs,
    Map<String, String> rows,
    Map<String, Reads> columns,
    Map<String, List<String>> features) {
  /** Copies the maps. */
  public Learned {
    codecs = Collections.unmodifiableMap(new LinkedHashMap<>(codecs));
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
  }

  /** Returns what a network has learned, codecs still to be told. */
  public static Learned of(NetworkHost host) {
    return new Learned(
        host.weights(), Map.of(), host.network().rowsOf(), host.network().columnsOf(), Map.of());
  }

  /** Returns the same with a codec. */
  public Learned codec(String name, StoredCodec codec) {
    Map<String, StoredCodec> all = new LinkedHashMap<>(codecs);
    all.put(name, codec);
    return new Learned(weights, all, rows, columns, features);
  }

  /** Returns the same with the codecs that an input is made of. */
  public Learned codecs(String name, StepsCodec<?> codec) {
    Map<String, StoredCodec> all = new LinkedHashMap<>(codecs);
    all.putAll(codec.stored(name));
    Map<String, List<String>> allFeatures = new LinkedHashMap<>(features);
    allFeatures.put(name, codec.features(name));
    return new Learned(weights, all, rows, columns, allFeatures);
  }
}
