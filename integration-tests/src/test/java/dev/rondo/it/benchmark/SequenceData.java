package dev.rondo.it.benchmark;

import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.Workload;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random sequences, their lengths spread evenly from a tenth of the longest to the longest. */
final class SequenceData {
  private final int batchSize;
  private final List<Row<int[], Integer>> rows = new ArrayList<>();
  private final Rows<int[], Integer> bucketed;

  SequenceData(Size size, int batches) {
    batchSize = size.batch();
    Random random = new Random(3);
    int shortest = Math.max(1, size.steps() / 10);
    for (int i = 0; i < batches * batchSize; i++) {
      int length = shortest + random.nextInt(size.steps() - shortest + 1);
      int[] tokens = random.ints(length, 1, Workload.VOCABULARY).toArray();
      rows.add(new Row<>(tokens, random.nextInt(Workload.CLASSES), length));
    }
    bucketed = Rows.of(rows, row -> row);
  }

  int size() {
    return rows.size();
  }

  /** Returns the inputs of all sequences. */
  List<int[]> inputs() {
    return rows.stream().map(Row::input).toList();
  }

  /** Returns the batches of an epoch as Rondo makes them. */
  Iterable<Batch<int[], Integer>> bucketed(int epoch) {
    return bucketed.epoch(1, epoch, batchSize);
  }

  /** Returns the batches of an epoch as a shuffle leaves them. */
  List<Batch<int[], Integer>> shuffled(int epoch) {
    List<Row<int[], Integer>> order = new ArrayList<>(rows);
    Collections.shuffle(order, new Random(epoch));
    List<Batch<int[], Integer>> batches = new ArrayList<>();
    for (int from = 0; from < order.size(); from += batchSize) {
      List<Row<int[], Integer>> batch = order.subList(from, from + batchSize);
      batches.add(
          new Batch<>(
              batch.stream().map(Row::input).toList(),
              batch.stream().map(Row::expected).toList(),
              batch.stream().mapToInt(Row::length).max().orElseThrow()));
    }
    return batches;
  }
}
