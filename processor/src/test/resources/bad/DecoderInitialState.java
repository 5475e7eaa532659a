package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.InitialState;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8, initialState = InitialState.LEARNED)
interface DecoderInitialState {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8, initialState = InitialState.LEARNED) // error at 46: [RONDO-820] @GRU on "translate" has initialState = LEARNED, but a decoder starts where its encoder ends. Remove initialState.
  @Dense
  String translate(String sentence);
}
