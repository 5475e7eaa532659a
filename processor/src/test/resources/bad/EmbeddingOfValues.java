package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.time.Instant;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface EmbeddingOfValues {
  Mood predict(
      @Embedding(size = 8) List<Integer> ids, // error at 7: [RONDO-221] @Embedding on "ids" gets (batch, time, width of ids), but "ids" is of type List<Integer>, sizes that cannot be looked up. If these are ids, write @Category on it, else remove it.
//|      ids                         (batch, time, width of ids)
//|    > @Embedding(size = 8)        needs tokens: (batch, time)
//|      amount                      (batch, width of amount)
//|      @Embedding(size = 8)
//|      times                       (batch, time, width of times)
//|      @Embedding(size = 8)
//|      join of ids, amount, times
//|      @GRU(units = 4)
//|      @Dense
      @Embedding(size = 8) float amount, // error at 7: [RONDO-221] @Embedding on "amount" gets (batch, width of amount), but "amount" is of type float, sizes that cannot be looked up. Remove it.
//|      ids                         (batch, time, width of ids)
//|      @Embedding(size = 8)
//|      amount                      (batch, width of amount)
//|    > @Embedding(size = 8)        needs tokens: (batch, time)
//|      times                       (batch, time, width of times)
//|      @Embedding(size = 8)
//|      join of ids, amount, times
//|      @GRU(units = 4)
//|      @Dense
      @Embedding(size = 8) List<Instant> times); // error at 7: [RONDO-206] @Embedding on "times" gets (batch, time, width of times), but "times" is of type List<Instant>, which holds no symbols of its own. Remove it.
//|      ids                         (batch, time, width of ids)
//|      @Embedding(size = 8)
//|      amount                      (batch, width of amount)
//|      @Embedding(size = 8)
//|      times                       (batch, time, width of times)
//|    > @Embedding(size = 8)        needs tokens: (batch, time)
//|      join of ids, amount, times
//|      @GRU(units = 4)
//|      @Dense
}

enum Mood { GOOD, BAD }
