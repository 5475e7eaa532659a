package dev.rondo.it.benchmark;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

/** A classifier of the size that people use for sentences. */
@SequenceModel
@Embedding(size = 64)
@LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
@Dense
interface BenchmarkModel {
  /** Says yes or no. */
  boolean answer(String sentence);
}
