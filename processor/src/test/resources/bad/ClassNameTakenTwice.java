package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

class Outer {
  @SequenceModel
  @Embedding(size = 8)
  @LSTM(units = 4)
  @Dense
  interface Twice {
    boolean predict(String text);
  }
}

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface Outer_Twice { // error at 1: [RONDO-111] "Outer_Twice" needs the name "demo.Outer_TwiceNetwork", "demo.Outer_TwiceExample", "demo.Outer_TwiceTrainer", "demo.Outer_TwicePredictor", "demo.Outer_TwiceSession" for what it generates, but there is such a class already. Rename the interface, or that class.
  boolean predict(String text);
}
