package com.example.strict;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

/**
 * Is itself on its way out.
 *
 * @deprecated for a test
 */
@Deprecated
@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8)
@Dense
public interface OldModel {
  boolean isPolite(String sentence);
}
