package dev.rondo.it.benchmark;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What {@link MemoryBenchmark} tells beside its time: native arrays, resident memory in KiB. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class MemoryCounters {
  /** Before the first repetition. */
  public long arraysAtStart;

  /** After the warm-up. */
  public long arraysWarm;

  /** After the last repetition. */
  public long arraysAtEnd;

  /** Before the first repetition. */
  public long residentAtStart;

  /** After the warm-up. */
  public long residentWarm;

  /** After the last repetition. */
  public long residentAtEnd;

  /** Creates counters at zero. */
  public MemoryCounters() {}

  void start() {
    arraysAtStart = ProcessMemory.arrays();
    residentAtStart = ProcessMemory.residentKib();
  }

  void warm() {
    arraysWarm = ProcessMemory.arrays();
    residentWarm = ProcessMemory.residentKib();
  }

  void end() {
    arraysAtEnd = ProcessMemory.arrays();
    residentAtEnd = ProcessMemory.residentKib();
  }
}
