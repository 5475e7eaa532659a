package characters;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

/** Guesses the language of a text from its characters. */
@SequenceModel
@GRU(units = {96, 64}, dropout = 0.1)
@Pool(Pooling.ATTENTION)
@Dense(hidden = {48, 24}, activation = Activation.TANH)
@Training(
    optimizer = Optimizer.ADAMW,
    schedule = Schedule.COSINE,
    warmup = 0.05,
    weightDecay = 1e-4,
    patience = 0)
public interface LanguageModel {
  Language guess(
      @Text(
              tokens = Tokens.CHARACTERS,
              language = "en",
              vocabulary = 500,
              minFrequency = 2)
          @Embedding(size = 24)
          @Dropout(0.2)
          String line);
}
