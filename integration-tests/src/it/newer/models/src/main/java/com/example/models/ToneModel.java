package com.example.models;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

/** A text in, yes or no out. */
@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Dense
public interface ToneModel {
  boolean isPolite(String sentence);
}
