package dev.rondo.samples.sensors;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.GRU;
import java.util.List;

/** Watches a machine: reads forward only, so that a session answers reading by reading. */
@SequenceModel
@GRU(units = 64)
@Training(learningRate = 4e-3, schedule = Schedule.COSINE, epochs = 20, patience = 5)
public interface MachineMonitor {
  /** Returns the verdict on a machine after all of its readings so far, the oldest first. */
  Verdict check(List<Reading> readings);
}
