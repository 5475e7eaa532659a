package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8, direction = Direction.BIDIRECTIONAL)
interface AttentionSizesDiffer {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Attention(score = AttentionScore.DOT) // error at 36: [RONDO-816] @Attention on "translate" has score = DOT, the product of vectors of equal size, but the decoder gives (batch, time, 8) and the encoder (batch, time, 16). Write score = GENERAL, or make both equal.
//|      sentence                                    (batch, time)
//|      @Embedding(size = 8)                        (batch, time, 8)
//|      @GRU(units = 8, direction = BIDIRECTIONAL)  (batch, time, 16)
//|      expected                                    (batch, time)
//|      @Embedding(size = 8)                        (batch, time, 8)
//|      @GRU(units = 8)                             (batch, time, 8)
//|    > @Attention(score = DOT)                     needs (batch, time, 8) of the encoder
//|      @Dense
  @Dense
  String translate(String sentence);
}
