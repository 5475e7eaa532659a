package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
interface EncoderWithoutState { // error at 1: [RONDO-805] The encoder of "EncoderWithoutState" has no recurrent layer, so that there is no state for the decoder to start from. Write @LSTM, @GRU or @Recurrent on "EncoderWithoutState" or on "sentence".
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
