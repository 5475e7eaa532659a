package com.example.models;

import com.example.records.Reading;
import com.example.records.Verdict;
import dev.rondo.SequenceModel;
import dev.rondo.layer.GRU;
import java.util.List;

/** Records of class files in, a record of a class file out. */
@SequenceModel
@GRU(units = 8)
public interface MachineModel {
  Verdict check(List<Reading> readings);
}
