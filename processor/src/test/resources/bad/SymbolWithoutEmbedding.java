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

record Payment(@Category(vocabulary = 0) String merchant) {}
