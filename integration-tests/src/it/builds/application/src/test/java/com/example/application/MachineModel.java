package com.example.application;

import com.example.strict.Reading;
import com.example.strict.Verdict;
import dev.rondo.SequenceModel;
import dev.rondo.layer.GRU;
import java.util.List;

/** Its records are class files of another module. */
@SequenceModel
@GRU(units = 8)
public interface MachineModel {
  Verdict check(List<Reading> readings);
}
