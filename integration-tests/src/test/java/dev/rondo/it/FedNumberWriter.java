package dev.rondo.it;

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

/** Like {@link NumberWriter}, told at each step what it looked at before; with tied weights. */
@SequenceModel
@Embedding(size = 16)
@LSTM(units = {16, 24})
@Training(learningRate = 1e-2, epochs = 12, batchSize = 16)
public interface FedNumberWriter {
  @EncoderDecoder(beam = 3)
  @Embedding(size = 16, tied = true)
  @LSTM(units = {24, 24})
  @Attention(score = AttentionScore.ADDITIVE, inputFeeding = true)
  @Dense(hidden = 16)
  @Text(tokens = Tokens.CHARACTERS)
  String write(String words);
}
