package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Series;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface TextOfSymbol {
  boolean predict(@Series float[] values, @Text @Category @Embedding(size = 4) String name); // error at 43: [RONDO-309] @Text on "name" has no effect, because "name" is a @Category, a name of something that is not cut. Remove it.
}
