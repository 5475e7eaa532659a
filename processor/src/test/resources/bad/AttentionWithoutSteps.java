package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Pool(Pooling.MEAN)
interface AttentionWithoutSteps {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Attention // error at 3: [RONDO-815] @Attention on "translate" looks at the steps of the encoder, but that ends with @Pool(MEAN) and gives one vector, (batch, 8). Remove the @Pool, or @Attention.
//|      sentence              (batch, time)
//|      @Embedding(size = 8)  (batch, time, 8)
//|      @GRU(units = 8)       (batch, time, 8)
//|      @Pool(MEAN)           (batch, 8)
//|      expected              (batch, time)
//|      @Embedding(size = 8)  (batch, time, 8)
//|      @GRU(units = 8)       (batch, time, 8)
//|    > @Attention            needs a sequence of the encoder: (batch, time, features)
//|      @Dense
  @Dense
  String translate(String sentence);
}
