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
 * @param codecs what inputs and outputs tell apart, by their names
 * @param rows the name of the codec whose entries the rows of a weight stand for, by the weight's
 *     name: tokens of an embedding, classes of an output
 * @param columns what the columns of a weight stand for, by the weight's name, where features of
 *     inputs are among them
 * @param features what the features of each input are of
 * @param stored the codecs again, by the names that a model file gives them
 */
public record Learned(
    Weights weights,
    Map<String, StoredCodec> codecs,
    Map<String, String> rows,
    Map<String, Reads> columns,
    Map<String, List<String>> features,
    Map<String, StoredCodec> stored) {
  /** Copies the maps. */
  public Learned {
    codecs = Collections.unmodifiableMap(new LinkedHashMap<>(codecs));
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    stored = Collections.unmodifiableMap(new LinkedHashMap<>(stored));
  }

  /** Returns what a network has learned, codecs still to be told. */
  public static Learned of(NetworkHost host) {
    return new Learned(
        host.weights(),
        Map.of(),
        host.network().rowsOf(),
        host.network().columnsOf(),
        Map.of(),
        Map.of());
  }

  /** Returns the same with a codec. */
  public Learned codec(String name, StoredCodec codec) {
    return codec(name, name, codec);
  }

  /** Returns the same with a codec that a model file calls by another name. */
  public Learned codec(String name, String inFile, StoredCodec codec) {
    return new Learned(
        weights,
        with(codecs, Map.of(name, codec)),
        rows,
        columns,
        features,
        with(stored, Map.of(inFile, codec)));
  }

  /** Returns the same with the codecs that an input is made of. */
  public Learned codecs(String name, StepsCodec<?> codec) {
    return codecs(name, name, codec);
  }

  /** Returns the same with the codecs of an input that a model file calls by another name. */
  public Learned codecs(String name, String inFile, StepsCodec<?> codec) {
    return new Learned(
        weights,
        with(codecs, codec.stored(name)),
        rows,
        columns,
        with(features, Map.of(name, codec.features(name))),
        with(stored, codec.stored(inFile)));
  }

  private static <T> Map<String, T> with(Map<String, T> some, Map<String, T> more) {
    Map<String, T> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }
}
