package dev.rondo.it;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

/** Writes what is spelled in words, the last digit first, as digits with spaces between them. */
@SequenceModel
@Embedding(size = 16)
@GRU(units = 16, direction = Direction.BIDIRECTIONAL)
@Training(learningRate = 1e-2, schedule = Schedule.COSINE, epochs = 10, batchSize = 16)
public interface NumberWriter {
  @EncoderDecoder(beam = 3)
  @Embedding(size = 16)
  @GRU(units = 24)
  @Attention
  @Dropout(0.05)
  @Dense
  String write(String words);
}
