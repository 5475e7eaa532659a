package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.data.MaxLength;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@Shared
@Embedding(size = 8)
@GRU(units = 4)
@interface Reader {}

@SequenceModel
@Dense
interface MaxLengthShared {
  boolean same(
      @MaxLength(50) @Reader String first, // error at 7: [RONDO-227] @MaxLength on "first" has no effect, because "first" shares its vocabulary, and is read as another text is whose length is not limited. Remove it, or @Shared.
      @Reader String second);
}
