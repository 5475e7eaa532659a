package dev.rondo.it.benchmark;

import dev.rondo.runtime.train.CheckpointReport;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What {@link CheckpointBenchmark} tells beside its time. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class CheckpointCounters {
  /** Bytes of the weights. */
  public long weightBytes;

  /** Bytes of the largest file. */
  public long fileBytes;

  /** Microseconds that the training stood still for one checkpoint: the median. */
  public long heldUpMedian;

  /** The longest. */
  public long heldUpLongest;

  /** Microseconds that the writing of one took: the median. */
  public long writtenMedian;

  /** Resident memory of the process in the end, in KiB, beside that without checkpoints. */
  public long residentMore;

  /** Creates counters at zero. */
  public CheckpointCounters() {}

  void count(List<CheckpointReport> reports) {
    List<Double> held = new ArrayList<>(reports.stream().map(CheckpointReport::heldUp).toList());
    List<Double> written =
        new ArrayList<>(reports.stream().map(CheckpointReport::written).toList());
    held.sort(null);
    written.sort(null);
    heldUpMedian = microseconds(held.get(held.size() / 2));
    heldUpLongest = microseconds(held.get(held.size() - 1));
    writtenMedian = microseconds(written.get(written.size() / 2));
    fileBytes = reports.stream().mapToLong(CheckpointReport::bytes).max().orElse(0);
  }

  private static long microseconds(double seconds) {
    return Math.round(seconds * 1e6);
  }
}
