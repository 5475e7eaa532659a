package com.example.strict;

import dev.rondo.SequenceModel;
import dev.rondo.layer.GRU;
import java.util.List;

/** Records in, a record out. */
@SequenceModel
@GRU(units = 8)
public interface MachineModel {
  Verdict check(List<Reading> readings);
}
