package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

/** Continues a text word by word, with a layer that no writing kernel computes. */
@SequenceModel
@Embedding(size = 16)
@LSTM(units = 24)
@Dense(units = 16, activation = Activation.TANH)
@Training(truncateAfter = 10, learningRate = 2e-2, epochs = 15, batchSize = 4)
interface Speaker {
  @LanguageModel
  @Dense
  String say(String words);
}
