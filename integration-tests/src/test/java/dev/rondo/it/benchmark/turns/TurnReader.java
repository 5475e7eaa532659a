package dev.rondo.it.benchmark.turns;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

/** Judges texts with the layers of the sentiment sample. */
@SequenceModel
@Embedding(size = 64)
@LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
@Dense
public interface TurnReader {
  /** Returns whether a text is good. */
  boolean good(String text);
}
