package dev.rondo.samples.translation;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

/**
 * Translates English into French, word by word, with few weights: learns the shipped sentences in
 * about three minutes on two cores. What the encoder reads is added to what it gives, so that
 * attention finds each word as it stands.
 */
@SequenceModel
@GRU(units = 128, direction = Direction.BIDIRECTIONAL, residual = true)
@Training(learningRate = 3e-3, schedule = Schedule.COSINE, epochs = 3, batchSize = 32)
public interface SmallTranslator {
  /** Returns the translation of a sentence. */
  @EncoderDecoder
  @Embedding(size = 128, tied = true)
  @GRU(units = 128)
  @Attention
  @Dropout(0.1)
  @Dense
  @Text(language = "fr")
  String translate(@SmallWords @Text(language = "en") String sentence);
}
