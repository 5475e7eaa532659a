package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface DecoderWithoutOutput {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Attention
  String translate(String sentence); // error at 10: [RONDO-210] "translate" ends with @Attention, which is no output layer. Write @Dense as the last layer.
}
