package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import java.time.DayOfWeek;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface LayersOnComponents {
  boolean predict(List<Payment> payments);
}

record Payment(@Dense(units = 4) float amount, Shop shop) {} // error at 40: [RONDO-222] @Dense on "amount" of "payments" has no effect, because "payments" flows into the layers as a whole, and its components have no layers of their own but @Embedding. Move it to "payments".

record Shop(@LSTM(units = 8) DayOfWeek opened) {} // error at 40: [RONDO-222] @LSTM on "shop.opened" of "payments" has no effect, because "payments" flows into the layers as a whole, and its components have no layers of their own but @Embedding. Move it to "payments".
