package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface SharedInRecord {
  boolean predict(List<Click> clicks);
}

@Shared
@Embedding(size = 4)
@interface Page {}

record Click(@Category @Page String from, @Category @Embedding(size = 4) String to) {} // error at 24: [RONDO-321] @Embedding in @Page on "from" of "clicks" is @Shared, but each component of a record has weights of its own. Remove @Shared.
