package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface DecoderBackward {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8, direction = Direction.BIDIRECTIONAL) // error at 40: [RONDO-808] @GRU on "translate" has direction = BIDIRECTIONAL, but a decoder cannot read the tokens that it is to write. Remove direction.
  @Dense
  String translate(String sentence);
}
