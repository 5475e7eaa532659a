package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface InputFeedingInterrupted {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dropout(0.1)
  @Attention(inputFeeding = true) // error at 29: [RONDO-817] @Attention on "translate" has inputFeeding = true, so that it feeds the recurrent layer directly before it, but before it comes @Dropout(0.1). Move that behind it, or remove inputFeeding.
  @Dense
  String translate(String sentence);
}
