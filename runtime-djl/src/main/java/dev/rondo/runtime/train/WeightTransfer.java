package dev.rondo.runtime.train;

import ai.djl.nn.Parameter;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Reads;
import dev.rondo.runtime.layer.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes weights of another model over: those of equal names and shapes. Where rows stand for tokens
 * or classes, each row is taken from that of the same token or class; where columns read features
 * of inputs, each column from that of the same feature. What the other model does not know keeps
 * the values it starts with.
 */
final class WeightTransfer {
  private final Learned from;
  private final Map<String, Taken> taken = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  /**
   * Where a weight is taken from: for each of its rows and columns the other model's; -1 for none.
   */
  private static final class Taken {
    private final int[] rows;
    private final int[] columns;

    Taken(int[] rows, int[] columns) {
      this.rows = rows;
      this.columns = columns;
    }
  }

  /**
   * Decides what is taken.
   *
   * @param codecs of the network, by name
   * @param features what the features of each input are of
   */
  WeightTransfer(
      Learned from,
      Network network,
      Map<String, StoredCodec> codecs,
      Map<String, List<String>> features) {
    this.from = from;
    Map<String, String> rowsOf = network.rowsOf();
    Map<String, Reads> columnsOf = network.columnsOf();
    network
        .weightShapes()
        .forEach(
            (name, shape) -> {
              Weights.Tensor other = from.weights().tensors().get(name);
              if (other == null) {
                left.add(name + " (the other model has none)");
              } else {
                decide(
                    name,
                    shape,
                    other,
                    codec(rowsOf, codecs, name),
                    columns(columnsOf, features, name));
              }
            });
  }

  /** Returns what the columns of a weight stand for; null where no features of inputs are read. */
  private static @Nullable List<String> columns(
      Map<String, Reads> columnsOf, Map<String, List<String>> features, String weight) {
    Reads reads = columnsOf.get(weight);
    return reads == null ? null : reads.columns(features);
  }

  private static @Nullable StoredCodec codec(
      Map<String, String> rowsOf, Map<String, StoredCodec> codecs, String weight) {
    String name = rowsOf.get(weight);
    return name == null ? null : codecs.get(name);
  }

  private void decide(
      String name,
      long[] shape,
      Weights.Tensor other,
      @Nullable StoredCodec codec,
      @Nullable List<String> columns) {
    StoredCodec others = codec(from.rows(), from.codecs(), name);
    List<String> othersColumns = columns(from.columns(), from.features(), name);
    boolean named =
        columns != null
            && othersColumns != null
            && columns.size() == width(shape)
            && othersColumns.size() == width(other.shape());
    if (shape.length != other.shape().length
        || (!named && !Arrays.equals(behindRows(shape), behindRows(other.shape())))
        || (codec == null && others == null && shape[0] != other.shape()[0])) {
      left.add(name + different(other.shape(), shape));
      return;
    }
    if ((codec == null) != (others == null)) {
      left.add(name + " (its rows stand for something else)");
      return;
    }
    int[] rows =
        codec == null || others == null
            ? same((int) shape[0])
            : matched(labels(codec, shape[0]), labels(others, other.shape()[0]));
    take(
        name,
        rows,
        !named || columns == null || othersColumns == null
            ? same(width(shape))
            : matched(columns, othersColumns));
  }

  private static int width(long[] shape) {
    return (int) Arrays.stream(behindRows(shape)).reduce(1, (a, b) -> a * b);
  }

  private static String different(long[] there, long[] here) {
    return " (" + Arrays.toString(there) + ", here " + Arrays.toString(here) + ")";
  }

  private static long[] behindRows(long[] shape) {
    return Arrays.copyOfRange(shape, 1, shape.length);
  }

  private void take(String name, int[] rows, int[] columns) {
    long foundRows = found(rows);
    long foundColumns = found(columns);
    if (foundRows == 0) {
      left.add(name + " (no row stands for the same)");
    } else if (foundColumns == 0) {
      left.add(name + " (no column reads the same)");
    } else {
      taken.put(name, new Taken(rows, columns));
      List<String> parts = new ArrayList<>();
      if (foundRows < rows.length) {
        parts.add(foundRows + " of " + rows.length + " rows");
      }
      if (foundColumns < columns.length) {
        parts.add(foundColumns + " of " + columns.length + " columns");
      }
      notes.add(parts.isEmpty() ? name : name + " (" + String.join(", ", parts) + ")");
    }
  }

  private static long found(int[] sources) {
    return Arrays.stream(sources).filter(source -> source >= 0).count();
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
      Taken sources = taken.get(parameter.getName());
      Weights.Tensor tensor = from.weights().tensors().get(parameter.getName());
      if (sources != null && tensor != null) {
        WeightRows.change(host, parameter.getArray(), values -> take(values, sources, tensor));
      }
    }
  }

  private static void take(float[] values, Taken sources, Weights.Tensor tensor) {
    int width = sources.columns.length;
    int othersWidth = width(tensor.shape());
    for (int row = 0; row < sources.rows.length; row++) {
      int othersRow = sources.rows[row];
      for (int column = 0; othersRow >= 0 && column < width; column++) {
        int othersColumn = sources.columns[column];
        if (othersColumn >= 0) {
          values[row * width + column] = tensor.values()[othersRow * othersWidth + othersColumn];
        }
      }
    }
  }
}
