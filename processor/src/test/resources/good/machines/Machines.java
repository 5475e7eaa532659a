package machines;

import dev.rondo.SequenceModel;
import dev.rondo.layer.GRU;
import java.util.List;

/** Tells the condition of a machine, and the hours that remain, from its readings. */
@SequenceModel
@GRU(units = 32)
public interface Machines {
  /** Returns the condition after the last reading. */
  Verdict check(List<Reading> readings);
}
