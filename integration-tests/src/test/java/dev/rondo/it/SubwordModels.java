package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

/** Models that read, and write, parts of words. */
final class SubwordModels {
  private SubwordModels() {}

  @SequenceModel
  @Embedding(size = 8)
  @LSTM(units = 8)
  @Dense
  @Training(learningRate = 0.02, epochs = 8, batchSize = 16)
  interface Judge {
    Mood judge(@Text(tokens = Tokens.SUBWORDS, vocabulary = 80) String text);
  }

  @SequenceModel
  @Embedding(size = 24, tied = true)
  @GRU(units = 24)
  @Dense
  @Training(truncateAfter = 20, learningRate = 2e-2, epochs = 12, batchSize = 4)
  interface Teller {
    @LanguageModel
    String tell(
        @Text(tokens = Tokens.SUBWORDS, language = "fr", lowercase = false, vocabulary = 60)
            String opening);
  }
}
