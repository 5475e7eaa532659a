package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.data.LengthOrder;
import dev.rondo.runtime.engine.ComputeThreads;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.engine.NativeCalls;
import dev.rondo.runtime.engine.Torch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds a network's weights in native memory on a device, and runs predictions on it.
 *
 * <p>Safe for use by many threads. {@link #close()} waits for running calls: freeing memory under a
 * native call would crash the process. So would the end of the process: once that begins, nothing
 * new is computed ({@link NativeCalls}).
 */
public final class NetworkHost implements AutoCloseable {
  /** Sequences computed at once in prediction; a batch of similar lengths fills the cores. */
  private static final int PREDICTION_BATCH = 128;

  private final Network network;
  private final Device device;
  private final NDManager manager;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<Prepared<?>> prepared = new CopyOnWriteArrayList<>();
  private final AtomicLong version = new AtomicLong();
  private final long products;
  private boolean closed;

  private NetworkHost(Network network, Device device, NDManager manager) {
    this.network = network;
    this.device = device;
    this.manager = manager;
    this.products = network.products();
    NativeCalls.opened();
  }

  /**
   * Gives a network new weights.
   *
   * @param seed decides the weights
   * @throws IllegalStateException if the device is not available
   */
  public static NetworkHost initialize(Network network, Device device, long seed) {
    return initialize(network, device, seed, (name, shape) -> {});
  }

  /**
   * Gives a network new weights.
   *
   * @param seed decides the weights
   * @param before is told the name and the shape of each weight before its values are made, which
   *     takes a while for large ones
   * @throws IllegalStateException if the device is not available
   * @throws java.util.concurrent.CancellationException if the thread is interrupted while a large
   *     weight is made
   */
  public static NetworkHost initialize(
      Network network, Device device, long seed, BiConsumer<String, long[]> before) {
    Torch.newManager(device).close(); // a device that is missing is told at once
    return restore(network, device, network.newWeights(seed, before));
  }

  /**
   * Gives a network existing weights.
   *
   * @throws IllegalArgumentException if the weights' names and shapes are not the network's
   * @throws IllegalStateException if the device is not available
   */
  public static NetworkHost restore(Network network, Device device, Weights weights) {
    if (!weights.tensors().keySet().equals(network.weightShapes().keySet())) {
      throw new IllegalArgumentException(
          "weights are "
              + weights.tensors().keySet()
              + ", the network has "
              + network.weightShapes().keySet());
    }
    return NativeCalls.run(() -> copyTo(Torch.newManager(device), network, device, weights));
  }

  private static NetworkHost copyTo(
      NDManager manager, Network network, Device device, Weights weights) {
    boolean complete = false;
    try {
      Map<String, long[]> shapes = network.weightShapes();
      for (Parameter parameter : network.getDirectParameters().values()) {
        String name = parameter.getName();
        parameter.setArray(
            nativeCopy(manager, name, shapes.get(name), weights.tensors().get(name)));
      }
      complete = true;
    } finally {
      if (!complete) {
        manager.close();
      }
    }
    return new NetworkHost(network, device, manager);
  }

  private static NDArray nativeCopy(
      NDManager manager, String name, long @Nullable [] expected, Weights.@Nullable Tensor tensor) {
    if (expected == null || tensor == null || !Arrays.equals(tensor.shape(), expected)) {
      throw new IllegalArgumentException(
          name
              + " has shape "
              + Arrays.toString(tensor == null ? null : tensor.shape())
              + ", expected "
              + Arrays.toString(expected));
    }
    Shape shape = new Shape(expected);
    // what create() returns may share memory with a Java buffer, aligned otherwise than PyTorch's
    // own memory, and sums over it can differ in the last bit: the copy is PyTorch's
    try (NDArray shared = manager.create(tensor.values(), shape)) {
      NDArray copy = shared.duplicate();
      copy.setName(name);
      return copy;
    }
  }

  /** Returns the network. */
  public Network network() {
    return network;
  }

  /** Returns the device that the network computes on. */
  public Device device() {
    return device;
  }

  /** Returns the owner of the weights; for training, which nobody else sees until it is done. */
  public NDManager manager() {
    return manager;
  }

  /**
   * Returns a copy of the weights.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public Weights weights() {
    // what a training that the process's end has stopped has learned is still to be saved
    NativeCalls.beginLast();
    try {
      return whileOpen(this::copyOfWeights);
    } finally {
      NativeCalls.end();
    }
  }

  private Weights copyOfWeights() {
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : network.getDirectParameters().values()) {
      tensors.put(
          parameter.getName(),
          new Weights.Tensor(parameter.getShape().getShape(), parameter.getArray().toFloatArray()));
    }
    return new Weights(tensors);
  }

  /**
   * Computes the scores of sequences, in batches of similar length.
   *
   * @param rows what to predict for
   * @param length the number of steps of a row
   * @param forward computes the scores of a batch: (batch, scores)
   * @return the scores of each row, in the order of the rows
   * @throws IllegalStateException after {@link #close()}
   */
  public <R> List<float[]> scores(
      List<R> rows, ToIntFunction<R> length, BiFunction<Pass, List<R>, NDArray> forward) {
    return whileOpen(
        () ->
            GradMode.off(
                () ->
                    LengthOrder.inBatches(
                        rows,
                        length,
                        PREDICTION_BATCH,
                        batch -> {
                          int steps = batch.stream().mapToInt(length).max().orElseThrow();
                          return withThreads(batch.size(), steps, () -> scores(batch, forward));
                        })));
  }

  /** Computes a batch with as many threads as it is worth. */
  <T> T withThreads(long rows, long steps, Supplier<T> work) {
    return ComputeThreads.worth(rows * steps * products, work);
  }

  private <R> List<float[]> scores(List<R> batch, BiFunction<Pass, List<R>, NDArray> forward) {
    NativeCalls.goOn();
    List<R> rounded = FewShapes.rows(batch);
    try (NDManager scratch = manager.newSubManager()) {
      float[] flat = forward.apply(new InferencePass(scratch, true), rounded).toFloatArray();
      int width = flat.length / rounded.size();
      List<float[]> rows = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        rows.add(Arrays.copyOfRange(flat, i * width, (i + 1) * width));
      }
      return rows;
    }
  }

  /**
   * Computes the scores of each head, in batches of similar length.
   *
   * @param rows what to predict for
   * @param length the number of steps of a row, of which heads for each step have as many answers
   * @param heads in the order of the arrays that {@code forward} gives
   * @param forward computes the scores of a batch: (batch, size), of a head for each step those of
   *     all real steps, row by row, (real steps, size)
   * @return for each row, in their order, and each head its scores: (size), or those of its own
   *     steps, (steps × size)
   * @throws IllegalStateException after {@link #close()}, or if a head has other scores
   */
  public <R> List<float[][]> scoresOfHeads(
      List<R> rows,
      ToIntFunction<R> length,
      List<HeadShape> heads,
      BiFunction<Pass, List<R>, NDList> forward) {
    return whileOpen(
        () ->
            GradMode.off(
                () ->
                    LengthOrder.inBatches(
                        rows,
                        length,
                        PREDICTION_BATCH,
                        batch -> {
                          int[] lengths = batch.stream().mapToInt(length).toArray();
                          int steps = Arrays.stream(lengths).max().orElseThrow();
                          return withThreads(
                              batch.size(),
                              steps,
                              () -> scoresOfHeads(batch, lengths, heads, forward));
                        })));
  }

  private <R> List<float[][]> scoresOfHeads(
      List<R> batch,
      int[] lengths,
      List<HeadShape> heads,
      BiFunction<Pass, List<R>, NDList> forward) {
    List<float[][]> rows = new ArrayList<>();
    batch.forEach(row -> rows.add(new float[heads.size()][]));
    NativeCalls.goOn();
    try (NDManager scratch = manager.newSubManager()) {
      NDList scores = forward.apply(new InferencePass(scratch, false), batch);
      for (int head = 0; head < heads.size(); head++) {
        HeadShape shape = heads.get(head);
        float[] flat = scores.get(head).toFloatArray();
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
          int to = at + shape.size() * shape.times(lengths[i]);
          rows.get(i)[head] = Arrays.copyOfRange(flat, at, to);
          at = to;
        }
        if (at != flat.length) {
          throw new IllegalStateException(
              "output \"%s\" has %s scores, expected %s".formatted(shape.name(), flat.length, at));
        }
      }
    }
    return rows;
  }

  /** The most sequences that are computed at once in prediction. */
  static int predictionBatch() {
    return PREDICTION_BATCH;
  }

  /** Returns a weight's array, by its name. */
  NDArray weight(String name) {
    return network.getDirectParameters().get(name).getArray();
  }

  /**
   * Computes something without recording gradients. What the pass owns is freed afterwards.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public <T> T compute(Function<Pass, T> work) {
    return whileOpen(
        () ->
            GradMode.off(
                () -> {
                  try (NDManager scratch = manager.newSubManager()) {
                    return work.apply(new InferencePass(scratch, false));
                  }
                }));
  }

  /**
   * Checks that there are weights to compute with.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public void requireOpen() {
    whileOpen(() -> true);
  }

  /**
   * Returns something that is made from the weights when it is first used, made again when they
   * have changed, and freed with them.
   */
  public <T> Prepared<T> prepare(Function<NDManager, T> make, Consumer<T> free) {
    Prepared<T> made = new Prepared<>(this, make, free);
    prepared.add(made);
    return made;
  }

  /** Notes that training has changed the weights. */
  public void changed() {
    version.incrementAndGet();
  }

  long version() {
    return version.get();
  }

  /** Returns whether the weights are freed. */
  public boolean isClosed() {
    lock.readLock().lock();
    try {
      return closed;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Returns whether this thread is in the middle of a call. */
  boolean isCalledByThisThread() {
    return lock.getReadHoldCount() > 0;
  }

  /** Does something that no end of the model or of the process interrupts. */
  <T> T whileOpen(Supplier<T> work) {
    NativeCalls.begin();
    try {
      lock.readLock().lock();
      try {
        if (closed) {
          throw new IllegalStateException("the model is closed");
        }
        return work.get();
      } finally {
        lock.readLock().unlock();
      }
    } finally {
      NativeCalls.end();
    }
  }

  /**
   * Waits for running calls, then frees the weights; a second call does nothing.
   *
   * @throws IllegalStateException if it is called from within a running call, which would wait for
   *     itself
   */
  @Override
  public void close() {
    if (isCalledByThisThread()) {
      throw new IllegalStateException("the model cannot be closed from within its own prediction");
    }
    NativeCalls.beginLast();
    try {
      lock.writeLock().lock();
      try {
        if (!closed) {
          closed = true;
          NativeCalls.closed();
          prepared.forEach(Prepared::free);
          manager.close();
        }
      } finally {
        lock.writeLock().unlock();
      }
    } finally {
      NativeCalls.end();
    }
  }
}
