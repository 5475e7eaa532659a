package dev.rondo.samples.translation;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

/** Translates English into French by pieces of words, and so has no unknown words. */
@SequenceModel
@GRU(units = 256, direction = Direction.BIDIRECTIONAL)
@Training(
    learningRate = 2e-3,
    schedule = Schedule.COSINE,
    epochs = 10,
    batchSize = 64,
    labelSmoothing = 0.1)
public interface SubwordTranslator {
  /** Returns the translation of a sentence. */
  @EncoderDecoder
  @Subwords
  @GRU(units = 256)
  @Attention
  @Dropout(0.2)
  @Dense
  String translate(@Subwords String sentence);
}
