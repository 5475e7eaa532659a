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
interface AttentionTwice {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Attention
  @Glance // error at 3: [RONDO-813] @Attention in @Glance on "translate" is one @Attention too many: a decoder looks at its encoder once at each step. Remove one of them.
  @Dense
  String translate(String sentence);
}

@Attention
@interface Glance {}
