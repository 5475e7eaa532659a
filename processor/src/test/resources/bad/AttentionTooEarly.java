package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface AttentionTooEarly {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Attention(inputFeeding = true) // error at 3: [RONDO-814] @Attention on "translate" stands before @LSTM(units = 8), but what to look at is decided by what the decoder's last recurrent layer gives. Move it behind that.
  @LSTM(units = 8)
  @Dense
  String translate(String sentence);
}
