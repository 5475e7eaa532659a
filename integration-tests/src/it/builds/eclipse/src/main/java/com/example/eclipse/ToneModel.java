package com.example.eclipse;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Dense
public interface ToneModel {
  Tone judge(String sentence);
}
