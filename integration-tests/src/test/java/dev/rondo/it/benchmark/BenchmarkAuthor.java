package dev.rondo.it.benchmark;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

/** Writes characters, with 26 million weights (104 MB); for {@link CheckpointBenchmark}. */
@SequenceModel
@Embedding(size = 1_270)
@LSTM(units = {1_270, 1_270})
@Dense
@Training(batchSize = 4, truncateAfter = 5)
interface BenchmarkAuthor {
  /** Continues a text. */
  @LanguageModel
  String write(@Text(tokens = Tokens.CHARACTERS) String opening);
}
