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
interface SharedSymbols {
  boolean predict(@Page @Category String from, @Page @Category String to, List<Float> times); // error at 48: [RONDO-506] @Embedding in @Page on "to" and its first use look up symbols of different inputs, each of which has a vocabulary of its own. Remove @Shared.
}

@Shared
@Embedding(size = 4)
@interface Page {}
