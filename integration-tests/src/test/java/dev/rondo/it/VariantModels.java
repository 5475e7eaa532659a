package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.GRU;
import dev.rondo.layer.InitialState;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.LayerNorm;
import dev.rondo.layer.Recurrent;
import java.util.List;

/** Models whose recurrent layers are more than their plain cells. */
final class VariantModels {
  private VariantModels() {}

  @SequenceModel
  @LSTM(
      units = {8, 8},
      direction = Direction.BIDIRECTIONAL,
      forgetBias = 0.5,
      peephole = true,
      residual = true,
      initialState = InitialState.LEARNED,
      recurrentDropout = 0.1)
  @LayerNorm
  @Dense
  @Training(learningRate = 0.02, epochs = 6, batchSize = 16)
  interface Peephole {
    Mood judge(@Embedding(size = 8) List<String> words);
  }

  @SequenceModel
  @Embedding(size = 8)
  @LayerNorm
  @GRU(units = 8, residual = true, initialState = InitialState.LEARNED, recurrentDropout = 0.2)
  @Dense
  @Training(learningRate = 0.02, epochs = 8, batchSize = 16)
  interface Residual {
    Mood judge(List<String> words);
  }

  /** Feeds back what it tells of each word, and then what it tells of the sentence. */
  @SequenceModel
  @Recurrent(units = 8, feedback = Feedback.OUTPUT, recurrentDropout = 0.1)
  @Dense
  @Training(learningRate = 0.02, epochs = 10, batchSize = 16)
  interface Jordan {
    Mood judge(
        @Embedding(size = 8)
            @Recurrent(
                units = 8,
                feedback = Feedback.OUTPUT,
                direction = Direction.BACKWARD,
                residual = true,
                activation = Activation.RELU)
            @Dense(hidden = 6, units = 8, activation = Activation.TANH)
            List<String> words);
  }
}
