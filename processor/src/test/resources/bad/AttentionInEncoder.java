package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Attention // error at 1: [RONDO-812] @Attention on "AttentionInEncoder" stands in the encoder, but it is the decoder that looks at the encoder. Move it to "translate", behind the last recurrent layer.
interface AttentionInEncoder {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
