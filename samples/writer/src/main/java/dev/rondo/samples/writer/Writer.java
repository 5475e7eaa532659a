package dev.rondo.samples.writer;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

/** Continues a text, character by character. */
@SequenceModel
@Embedding(size = 64)
@LSTM(units = {256, 256})
@Dense
@Training(learningRate = 2e-3, epochs = 10, batchSize = 32, truncateAfter = 100, clipNorm = 5)
public interface Writer {
  /** Returns what follows the opening of a text. */
  @LanguageModel
  String write(@Text(tokens = Tokens.CHARACTERS, lowercase = false) String opening);
}
