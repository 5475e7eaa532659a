package com.example.eclipse;

import com.example.generator.WantsStance;
import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

/** Returns an enum that another processor generates, so that it is read in the second round. */
@WantsStance
@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Dense
public interface StanceModel {
  Stance stance(String sentence);
}
