package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.task.EncoderDecoder;
import dev.rondo.task.LanguageModel;

/** Models of text that has been cut already. */
final class CutTextModels {
  private CutTextModels() {}

  @SequenceModel
  @Embedding(size = 8)
  @LSTM(units = 8)
  @Dense
  @Training(learningRate = 0.02, epochs = 8, batchSize = 16)
  interface Judge {
    Mood judge(@Text(tokens = Tokens.WHITESPACE) String text);
  }

  @SequenceModel
  @Embedding(size = 24, tied = true)
  @GRU(units = 24)
  @Dense
  @Training(truncateAfter = 20, learningRate = 2e-2, epochs = 12, batchSize = 4)
  interface Teller {
    @LanguageModel
    String tell(@Text(tokens = Tokens.WHITESPACE, lowercase = false) String opening);
  }

  @SequenceModel
  @Embedding(size = 16)
  @GRU(units = 32)
  @Training(learningRate = 0.02, epochs = 30, batchSize = 8)
  interface Turner {
    @EncoderDecoder
    @Embedding(size = 16)
    @GRU(units = 32)
    @Attention
    @Dense
    @Text(tokens = Tokens.WHITESPACE)
    String turn(@Text(tokens = Tokens.WHITESPACE, lowercase = false) String text);
  }
}
