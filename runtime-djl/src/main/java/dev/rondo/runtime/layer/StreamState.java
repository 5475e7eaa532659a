package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.data.text.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the recurrent layers of a network remember of streams that are read window by window, one
 * row for each stream; at first nothing, which for the layers is their initial state.
 *
 * <p>Each recurrent layer reads its part and replaces it ({@link RecurrentStack#forward(Pass,
 * Sequences, StreamState)}). After each window {@link #detach()} takes the new state out of the
 * window's pass, so that it outlives the pass and no gradient flows over the cut: backpropagation
 * through time is truncated there (Williams and Peng 1990, "An efficient gradient-based algorithm
 * for on-line training of recurrent network trajectories").
 *
 * <p>For use by one thread.
 */
public final class StreamState implements AutoCloseable {
  private final NDManager manager;
  private final Map<String, NDList> layers;

  /** Which rows of a layer's state start anew, until the layer replaces it. */
  private final Map<String, boolean[]> anew;

  private final String suffix;
  private final Part part;

  /** What is read. */
  private enum Part {
    /** All there is. */
    WHOLE,
    /** A part, behind which others follow. */
    PART,
    /** The last part. */
    END
  }

  /**
   * Creates the state before the first step.
   *
   * @param parent of the memory that the state owns
   */
  public StreamState(NDManager parent) {
    this(parent, Part.WHOLE);
  }

  private StreamState(NDManager parent, Part part) {
    this(parent.newSubManager(), new LinkedHashMap<>(), new LinkedHashMap<>(), "", part);
  }

  private StreamState(
      NDManager manager,
      Map<String, NDList> layers,
      Map<String, boolean[]> anew,
      String suffix,
      Part part) {
    this.part = part;
    this.manager = manager;
    this.layers = layers;
    this.anew = anew;
    this.suffix = suffix;
  }

  /**
   * Creates the state before the first step.
   *
   * @param pass lasts as long as the state, at least
   */
  public StreamState(Pass pass) {
    this(pass.manager());
  }

  /**
   * Creates a state for one sequence that comes part by part: layers that look ahead, as
   * convolutions do, wait for the next part.
   *
   * @param pass lasts as long as the state, at least
   * @param last whether nothing follows
   */
  public static StreamState ofPart(Pass pass, boolean last) {
    return new StreamState(pass.manager(), last ? Part.END : Part.PART);
  }

  /** Returns whether what is read is a part of a sequence, and not all of it. */
  boolean isOfPart() {
    return part != Part.WHOLE;
  }

  /** Returns whether no part follows. */
  boolean isLast() {
    return part != Part.PART;
  }

  /**
   * Returns this state for a further use of layers whose weights are shared: what they remember
   * there is kept apart. It is part of this state, and not closed by itself.
   *
   * @param number of the use, from 2
   */
  public StreamState use(int number) {
    return new StreamState(manager, layers, anew, "#" + number, part);
  }

  /**
   * Returns the state of a layer: for each of its layers h and, of an LSTM, c; empty before the
   * first step. Rows that start {@linkplain #anew anew} are zeros.
   */
  public NDList of(String layer) {
    return layers.getOrDefault(layer + suffix, new NDList());
  }

  /** Returns for each row of a layer's state whether it starts anew; empty if none does. */
  Optional<boolean[]> anew(String layer) {
    return Optional.ofNullable(anew.get(layer + suffix));
  }

  /** Replaces the state of a layer, by arrays that may still belong to a pass. */
  void put(String layer, NDList state) {
    anew.remove(layer + suffix);
    NDList old = layers.put(layer + suffix, state);
    if (old != null) {
      // an operation recorded for the gradient keeps PyTorch's memory, not this handle on it
      old.close();
    }
  }

  /** Adds the state of the next of a layer's layers, from the lowest. */
  void add(String layer, NDList state) {
    layer(layer).addAll(state);
  }

  /** Returns a state of some rows, each as often as it is named; it belongs to the pass. */
  StreamState rows(Pass pass, NDArray picks) {
    StreamState picked = new StreamState(pass);
    layers.forEach(
        (layer, state) -> {
          NDList rows = new NDList();
          state.forEach(array -> rows.add(Lengths.rows(array, picks)));
          picked.put(layer, rows);
        });
    return picked;
  }

  /** Takes the state out of the pass that computed it. No gradient flows over this cut. */
  public void detach() {
    layers.replaceAll(
        (layer, state) -> {
          NDList cut = new NDList();
          for (NDArray array : state) {
            NDArray detached = array.stopGradient();
            detached.attach(manager);
            cut.add(detached);
          }
          state.close();
          return cut;
        });
  }

  /**
   * Gives each row of a window the state of the row it follows; those that start anew begin with
   * the layers' initial state, which if learned gets its gradient there. Call it after {@link
   * #detach()}.
   */
  public void follow(Window window) {
    List<Integer> previous = window.previous();
    if (layers.isEmpty() || continues(previous)) {
      return;
    }
    try (NDManager scratch = manager.newSubManager()) {
      long[] rows = new long[previous.size()];
      boolean[] kept = new boolean[previous.size()];
      for (int row = 0; row < rows.length; row++) {
        rows[row] = Math.max(0, previous.get(row));
        kept[row] = previous.get(row) >= 0;
      }
      NDArray picks = scratch.create(rows);
      NDArray keeps = scratch.create(kept).reshape(rows.length, 1);
      layers.replaceAll((layer, state) -> picked(state, picks, keeps));
    }
    layers.keySet().forEach(layer -> anew.put(layer, startingAnew(previous, anew.get(layer))));
  }

  /** Rows that follow one that has not begun yet start anew as well. */
  private static boolean[] startingAnew(List<Integer> previous, boolean @Nullable [] before) {
    boolean[] rows = new boolean[previous.size()];
    for (int row = 0; row < rows.length; row++) {
      int followed = previous.get(row);
      rows[row] = followed < 0 || (before != null && before[followed]);
    }
    return rows;
  }

  private boolean continues(List<Integer> previous) {
    for (int row = 0; row < previous.size(); row++) {
      if (previous.get(row) != row) {
        return false;
      }
    }
    return previous.size() == rows();
  }

  /** Returns how many rows there are; only where the layers have a state. */
  long rows() {
    return layers.values().iterator().next().get(0).getShape().get(0);
  }

  private NDList picked(NDList state, NDArray picks, NDArray keeps) {
    NDList picked = new NDList();
    for (NDArray array : state) {
      NDArray rows = Lengths.rows(array, picks);
      // not a product with zeros: what padding left behind may be no number
      NDArray next = NDArrays.where(keeps.broadcast(rows.getShape()), rows, rows.zerosLike());
      next.attach(manager);
      picked.add(next);
    }
    state.close();
    return picked;
  }

  /**
   * Returns the arrays by name, such as {@code lstm.0} for the first layer's h: (rows, units) each.
   * They stay the state's.
   */
  public Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    layers.forEach(
        (layer, state) -> {
          for (int i = 0; i < state.size(); i++) {
            arrays.put(layer + "." + i, state.get(i));
          }
        });
    return arrays;
  }

  /** Returns the values of each array by name, such as {@code lstm.0} for the first layer's h. */
  public Map<String, float[]> values() {
    Map<String, float[]> values = new LinkedHashMap<>();
    arrays().forEach((name, array) -> values.put(name, array.toFloatArray()));
    return values;
  }

  /**
   * Sets the state to values that {@link #values()} gave.
   *
   * @param rows of the state they were taken from
   */
  public void restore(Map<String, float[]> values, int rows) {
    layers.values().forEach(NDList::close);
    layers.clear();
    anew.clear();
    values.forEach(
        (name, array) -> {
          Shape shape = new Shape(rows, array.length / rows);
          try (NDArray shared = manager.create(array, shape)) {
            layer(name.substring(0, name.lastIndexOf('.'))).add(shared.duplicate());
          }
        });
  }

  private NDList layer(String name) {
    @Nullable NDList state = layers.get(name);
    if (state == null) {
      state = new NDList();
      layers.put(name, state);
    }
    return state;
  }

  /** Frees the state. */
  @Override
  public void close() {
    manager.close();
  }
}
