package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.GRU;
import dev.rondo.layer.InitialState;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.LayerNorm;
import dev.rondo.layer.Recurrent;

@SequenceModel
@Recurrent(units = 6, feedback = Feedback.OUTPUT)
@Dense
interface Variants {
  Weather predict(
      @Embedding(size = 8)
          @LSTM(units = 4, direction = Direction.BIDIRECTIONAL, peephole = true, residual = true,
              initialState = InitialState.LEARNED)
          @LayerNorm
          @GRU(units = {3, 3}, residual = true, recurrentDropout = 0.2)
          @Recurrent(units = 5, feedback = Feedback.OUTPUT)
          @Dense(hidden = 7, units = 2)
          String text);
}

enum Weather { SUN, RAIN, SNOW }
