package dev.rondo.runtime.train;

import ai.djl.nn.Parameter;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes weights of another model over: those of equal names and shapes. Where rows stand for tokens
 * or classes, each row is taken from that of the same token or class, and what the other model does
 * not know keeps the values it starts with.
 */
final class WeightTransfer {
  private final Learned from;

  /** For each row of a weight the other model's row that it is taken from; -1 for none. */
  private final Map<String, int[]> taken = new LinkedHashMap<>();

  private final List<String> notes = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  /**
   * Decides what is taken.
   *
   * @param codecs of the network, by name
   */
  WeightTransfer(Learned from, Network network, Map<String, StoredCodec> codecs) {
    this.from = from;
    Map<String, String> rowsOf = network.rowsOf();
    network
        .weightShapes()
        .forEach(
            (name, shape) -> {
              Weights.Tensor other = from.weights().tensors().get(name);
              if (other == null) {
                left.add(name + " (the other model has none)");
              } else {
                decide(name, shape, other, codec(rowsOf, codecs, name));
              }
            });
  }

  private static @Nullable StoredCodec codec(
      Map<String, String> rowsOf, Map<String, StoredCodec> codecs, String weight) {
    String name = rowsOf.get(weight);
    return name == null ? null : codecs.get(name);
  }

  private void decide(
      String name, long[] shape, Weights.Tensor other, @Nullable StoredCodec codec) {
    StoredCodec others = codec(from.rows(), from.codecs(), name);
    if (codec == null && others == null) {
      if (Arrays.equals(shape, other.shape())) {
        take(name, same((int) shape[0]));
      } else {
        left.add(name + different(other.shape(), shape));
      }
      return;
    }
    if (codec == null || others == null) {
      left.add(name + " (its rows stand for something else)");
      return;
    }
    if (!Arrays.equals(behindRows(shape), behindRows(other.shape()))) {
      left.add(name + different(other.shape(), shape));
      return;
    }
    take(name, matched(labels(codec, shape[0]), labels(others, other.shape()[0])));
  }

  private static String different(long[] there, long[] here) {
    return " (" + Arrays.toString(there) + ", here " + Arrays.toString(here) + ")";
  }

  private static long[] behindRows(long[] shape) {
    return Arrays.copyOfRange(shape, 1, shape.length);
  }

  private void take(String name, int[] sources) {
    long found = Arrays.stream(sources).filter(row -> row >= 0).count();
    if (found == 0) {
      left.add(name + " (no row stands for the same)");
      return;
    }
    taken.put(name, sources);
    notes.add(
        found == sources.length ? name : name + " (" + found + " of " + sources.length + " rows)");
  }

  private static int[] same(int rows) {
    int[] sources = new int[rows];
    Arrays.setAll(sources, row -> row);
    return sources;
  }

  /**
   * Returns what each row stands for. Those before the first entry are the same in all models:
   * padding and the unknown token.
   */
  private static List<String> labels(StoredCodec codec, long rows) {
    List<String> labels = new ArrayList<>();
    long reserved = rows - codec.entries().size();
    for (long row = 0; row < reserved; row++) {
      labels.add("reserved " + (row - reserved));
    }
    codec.entries().forEach(entry -> labels.add("entry " + entry));
    return labels;
  }

  private static int[] matched(List<String> here, List<String> there) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int row = 0; row < there.size(); row++) {
      numbers.put(there.get(row), row);
    }
    return here.stream().mapToInt(label -> numbers.getOrDefault(label, -1)).toArray();
  }

  /** Returns what is taken, in full or by how many rows. */
  List<String> taken() {
    return List.copyOf(notes);
  }

  /** Returns what keeps its start, and why. */
  List<String> left() {
    return List.copyOf(left);
  }

  /** Returns what tells this transfer from others: the other model's weights, and what is taken. */
  String description() {
    return "%s, taken: %s".formatted(from.weights().sha256(), String.join(", ", notes));
  }

  /** Changes the first values of a network. */
  void apply(NetworkHost host) {
    for (Parameter parameter : host.network().getDirectParameters().values()) {
      int[] rows = taken.get(parameter.getName());
      Weights.Tensor tensor = from.weights().tensors().get(parameter.getName());
      if (rows != null && tensor != null) {
        WeightRows.change(host, parameter.getArray(), values -> take(values, rows, tensor));
      }
    }
  }

  private static void take(float[] values, int[] sources, Weights.Tensor tensor) {
    int width = values.length / sources.length;
    for (int row = 0; row < sources.length; row++) {
      if (sources[row] >= 0) {
        System.arraycopy(tensor.values(), sources[row] * width, values, row * width, width);
      }
    }
  }
}
