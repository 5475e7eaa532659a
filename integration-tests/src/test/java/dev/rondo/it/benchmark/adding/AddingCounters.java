package dev.rondo.it.benchmark.adding;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What {@link AddingBenchmark} tells beside its time. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class AddingCounters {
  /** Mean squared error on test sequences. */
  public double error;

  /** That of whoever answers 1 to them. */
  public double always1;

  /** Learning rate of the network that was tested. */
  public double learningRate;

  /** Creates counters at zero. */
  public AddingCounters() {}
}
