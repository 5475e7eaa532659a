package dev.rondo.it.benchmark.turns;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

/** Writes characters with the layers of the writer sample. */
@SequenceModel
@Embedding(size = 64)
@LSTM(units = {256, 256})
@Dense
public interface TurnPoet {
  /** Continues a text. */
  @LanguageModel
  String write(@Text(tokens = Tokens.CHARACTERS) String opening);
}
