package dev.rondo.it.benchmark;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

/** Writes characters; for {@link MemoryBenchmark}. */
@SequenceModel
@Embedding(size = 16)
@LSTM(units = 32)
@Dense
@Training(batchSize = 8, truncateAfter = 20)
interface BenchmarkWriter {
  /** Continues a text. */
  @LanguageModel
  String write(@Text(tokens = Tokens.CHARACTERS) String opening);
}
