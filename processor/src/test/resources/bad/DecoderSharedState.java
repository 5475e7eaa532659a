package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface DecoderSharedState {
  @EncoderDecoder
  @Embedding(size = 8)
  @Memory
  @More // error at 3: [RONDO-811] @GRU in @Memory in @More on "translate" is @Shared with a layer before it, but each recurrent layer of a decoder carries a state of its own. Remove @Shared, or one of the two.
  @Dense
  String translate(String sentence);
}

@Shared
@GRU(units = 8)
@interface Memory {}

@Memory
@interface More {}
