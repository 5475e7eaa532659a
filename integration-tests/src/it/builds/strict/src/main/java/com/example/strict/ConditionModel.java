package com.example.strict;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

/** Records in, an enum for each of them out. */
@SequenceModel
@GRU(units = 8)
@Dense
public interface ConditionModel {
  List<Verdict.Condition> conditions(List<Reading> readings);
}
