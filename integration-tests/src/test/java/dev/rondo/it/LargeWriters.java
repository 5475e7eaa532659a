package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;
import dev.rondo.task.LanguageModel;

/** Models that write token by token and are large enough for int8. */
final class LargeWriters {
  private LargeWriters() {}

  /** Continues a text. */
  @SequenceModel
  @Embedding(size = 16)
  @GRU(units = 288)
  @Dense
  @Training(truncateAfter = 20, learningRate = 3e-3, epochs = 6, batchSize = 4)
  interface Teller {
    @LanguageModel
    String tell(@Text(tokens = Tokens.CHARACTERS, lowercase = false) String opening);
  }

  /** Writes spelled numbers as digits, in their order. */
  @SequenceModel
  @Embedding(size = 16)
  @GRU(units = 32)
  @Training(learningRate = 3e-3, epochs = 3, batchSize = 16)
  interface Counter {
    @EncoderDecoder
    @Embedding(size = 16)
    @GRU(units = 288)
    @Attention
    @Dense
    @Text(lowercase = false)
    String count(String words);
  }
}
