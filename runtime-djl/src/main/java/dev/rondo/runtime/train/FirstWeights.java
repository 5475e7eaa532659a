package dev.rondo.runtime.train;

import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The weights that a training begins with: those of a model that it goes on with, or new ones, into
 * which word vectors and what another model has learned are put.
 *
 * @param given those of the model to go on with, of the network's shapes; null for new ones
 * @param words the vectors of tokens that embeddings start with
 * @param transfer what is taken over of another model; null for nothing
 */
record FirstWeights(
    Network network,
    @Nullable Weights given,
    List<VectorTransfer> words,
    @Nullable WeightTransfer transfer) {

  /** Returns the layers that stay as they are: those that were asked for, and frozen vectors. */
  Set<String> frozen(Set<String> asked) {
    Set<String> frozen = new TreeSet<>(asked);
    words.stream().filter(VectorTransfer::isFrozen).forEach(each -> frozen.add(each.layer()));
    return frozen;
  }

  /**
   * Gives the network its weights.
   *
   * @param listener is told how large ones are made, and what was taken from elsewhere
   * @throws IllegalStateException if the device is not available
   * @throws TrainingException if the thread is interrupted while large weights are made
   */
  NetworkHost host(Device device, long seed, TrainingListener listener) {
    return given != null
        ? NetworkHost.restore(network, device, given)
        : made(device, seed, listener);
  }

  private NetworkHost made(Device device, long seed, TrainingListener listener) {
    NetworkHost host = initialized(device, seed, listener);
    boolean complete = false;
    try {
      for (VectorTransfer each : words) {
        each.apply(host);
        listener.onWordVectors(each.coverage());
      }
      if (transfer != null) {
        transfer.apply(host);
        listener.onTransfer(transfer.taken(), transfer.left());
      }
      complete = true;
      return host;
    } finally {
      if (!complete) {
        host.close();
      }
    }
  }

  private NetworkHost initialized(Device device, long seed, TrainingListener listener) {
    Map<String, long[]> shapes = network.weightShapes();
    long total = shapes.values().stream().mapToLong(FirstWeights::numbers).sum();
    AtomicLong done = new AtomicLong();
    try {
      return NetworkHost.initialize(
          network,
          device,
          seed,
          (name, shape) -> {
            long numbers = numbers(shape);
            listener.onInitialize(new WeightStart(name, numbers, done.get(), total));
            done.addAndGet(numbers);
          });
    } catch (CancellationException e) {
      throw new TrainingException(
          "the training was interrupted before its first batch, so there is no model: "
              + e.getMessage());
    }
  }

  private static long numbers(long[] shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }
}
