package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface CategoryOfArrays {
  boolean predict(
      @Category @Series @Embedding(size = 4) int[] ids, // error at 17: [RONDO-321] @Series on "ids" has no effect, because @Category reads each of its values as a symbol. Remove it.
      @Category @Vector(3) @Embedding(size = 4) long[] more); // error at 17: [RONDO-321] @Vector on "more" has no effect, because @Category reads each of its values as a symbol. Remove it.
}
