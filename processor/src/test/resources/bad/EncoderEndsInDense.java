package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Dense // error at 1: [RONDO-807] @Dense on "EncoderEndsInDense" stands behind the encoder's last recurrent layer, whose final state is all that a decoder without @Attention gets. Write @Attention in the decoder, or remove it.
interface EncoderEndsInDense {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
