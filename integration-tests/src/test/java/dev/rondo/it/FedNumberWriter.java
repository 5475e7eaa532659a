package dev.rondo.it;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Attention;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.EncoderDecoder;

/**
 * Writes what is spelled in words, the last digit first, as one number; told at each step what it
 * looked at before, and with tied weights.
 */
@SequenceModel
@Embedding(size = 16)
@LSTM(units = {16, 24})
@Training(learningRate = 1e-2, schedule = Schedule.COSINE, epochs = 12, batchSize = 16)
public interface FedNumberWriter {
  @EncoderDecoder(beam = 3)
  @Embedding(size = 16, tied = true)
  @LSTM(units = {24, 24})
  @Attention(score = AttentionScore.ADDITIVE, inputFeeding = true)
  @Dense(hidden = 16)
  @Text(tokens = Tokens.CHARACTERS)
  String write(String words);
}
