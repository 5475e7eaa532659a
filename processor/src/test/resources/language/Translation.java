package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.data.Text;
import dev.rondo.layer.Attention;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.task.EncoderDecoder;

/** Encoder on the parameter and the type, decoder on the method, one embedding for both. */
@SequenceModel
@GRU(units = {6, 4}, direction = Direction.BIDIRECTIONAL)
@Dropout(0.1)
interface Translation {
  @EncoderDecoder
  @Words
  @LSTM(units = {3, 8})
  @GRU(units = 5)
  @Attention(score = AttentionScore.ADDITIVE, inputFeeding = true)
  @Dense(hidden = 7)
  String translate(@Words String bridge);
}

@Shared
@Text(minFrequency = 2)
@Embedding(size = 8)
@interface Words {}
