package com.example.strict;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

/** A text, and an enum that is deprecated: its user was warned, and suppressed that. */
@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Dense
@SuppressWarnings("removal")
public interface ToneModel {
  Tone judge(String sentence);
}
