package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface SymbolWithoutEmbedding {
  boolean predict(List<Payment> payments);
}

record Payment(@Category(vocabulary = 0) String merchant) {} // error at 49: [RONDO-205] @Category on "merchant" of "payments" makes a symbol of it, which must be looked up before a layer can read it. Write @Embedding(size = 16) behind it.
//& error at 49: [RONDO-310] @Category on "merchant" of "payments" has vocabulary = 0, but it must be at least 1. Change it.
