package dev.rondo.it;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.task.EncoderDecoder;

/** Turns the order of words round, with one vocabulary and embedding, and without attention. */
@SequenceModel
@LSTM(units = 48)
@Training(learningRate = 1e-2, schedule = Schedule.COSINE, epochs = 12, batchSize = 16)
public interface WordTurner {
  @EncoderDecoder(beam = 1, lengthPenalty = 0)
  @Words
  @GRU(units = 32)
  @Dense
  String turn(@Words String text);

  /** Both texts. */
  @Shared
  @Text
  @Embedding(size = 16)
  @interface Words {}
}
