package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@Embedding(size = 8) // error at 1: [RONDO-206] @Embedding on "EmbeddingOfRecords" gets (batch, time, width of payments + 4), but "payments" is of type List<Payment>, which holds no symbols of its own. Move it to the components that are to be looked up.
//|      payments.shop           (batch, time)
//|      @Embedding(size = 4)    (batch, time, 4)
//|      payments                (batch, time, width of payments)
//|      join of payments, shop  (batch, time, width of payments + 4)
//|    > @Embedding(size = 8)    needs tokens: (batch, time)
//|      @LSTM(units = 4)
//|      @Dense
@LSTM(units = 4)
@Dense
interface EmbeddingOfRecords {
  Mood predict(List<Payment> payments);
}

record Payment(float amount, @Category @Embedding(size = 4) String shop) {}

enum Mood { GOOD, BAD }
