package variants;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.InitialState;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.LayerNorm;

@SequenceModel
@GRU(
    units = 64,
    residual = true,
    initialState = InitialState.LEARNED,
    recurrentDropout = 0.25)
@LayerNorm
@Dense
interface DeepModel {
  Verdict judge(
      @Embedding(size = 32)
          @LayerNorm
          @LSTM(
              units = {64, 64},
              forgetBias = 2,
              peephole = true,
              residual = true,
              dropout = 0.1)
          String text);
}
