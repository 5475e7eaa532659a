package dev.rondo.it.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The layers of {@link TaggerModels.Words} by the fewest calls of DJL, on batches of word numbers
 * that are ready.
 */
final class TaggerPeer implements AutoCloseable {
  private static final int EMBEDDING = 100;
  private static final int UNITS = 128;
  private static final float RATE = 0.5f;
  private static final float CLIP_NORM = 5;

  private final NDManager manager;
  private final FewestCalls calls;
  private final int batch;
  private final int tags;
  private final List<NDArray> words = new ArrayList<>();
  private final List<NDArray> expected = new ArrayList<>();

  /** Draws weights and batches. */
  TaggerPeer(int batches, int batch, int steps, int vocabulary, int tags) {
    this.batch = batch;
    this.tags = tags;
    manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    calls = new FewestCalls(manager, CLIP_NORM);
    calls.weight("embedding", vocabulary, EMBEDDING);
    calls.recurrentWeights("", EMBEDDING, 4, UNITS);
    calls.recurrentWeights("Reverse", EMBEDDING, 4, UNITS);
    calls.denseWeights(2 * UNITS, tags);
    Random random = new Random(1);
    for (int i = 0; i < batches; i++) {
      long[] numbers = random.longs((long) batch * steps, 0, vocabulary).toArray();
      words.add(manager.create(numbers, new Shape(batch, steps)).duplicate());
      long[] classes = random.longs((long) batch * steps, 0, tags).toArray();
      expected.add(manager.create(classes, new Shape((long) batch * steps, 1)).duplicate());
    }
  }

  /** Trains a step on each batch. */
  void epoch() {
    for (int i = 0; i < words.size(); i++) {
      NDArray numbers = words.get(i);
      NDArray classes = expected.get(i);
      calls.step(scratch -> loss(scratch, numbers, classes));
    }
  }

  private NDArray loss(NDManager scratch, NDArray numbers, NDArray classes) {
    NDArray own = numbers.duplicate();
    own.attach(scratch);
    NDArray vectors =
        own.getNDArrayInternal().embedding(own, calls.get("embedding"), SparseFormat.DENSE).get(0);
    NDArray zeros = scratch.zeros(new Shape(2, batch, UNITS), DataType.FLOAT32);
    NDArray steps = dropped(vectors);
    NDArray states =
        steps
            .getNDArrayInternal()
            .lstm(steps, new NDList(zeros, zeros), calls.recurrent(), true, 1, 0, true, true, true)
            .get(0);
    return calls
        .dense(dropped(states))
        .reshape(-1, tags)
        .logSoftmax(1)
        .gather(classes, 1)
        .mean()
        .neg();
  }

  private static NDArray dropped(NDArray values) {
    return values.getNDArrayInternal().dropout(values, RATE, true).get(0);
  }

  @Override
  public void close() {
    manager.close();
  }
}
