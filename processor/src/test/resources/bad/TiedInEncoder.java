package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8, tied = true) // error at 29: [RONDO-706] @Embedding on "TiedInEncoder" has tied = true, but it is in the encoder, and the output layer scores the tokens that the decoder embeds. Move tied to the decoder's @Embedding.
@GRU(units = 8)
interface TiedInEncoder {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
