package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@Dense
interface TextsOfInputsDiffer {
  boolean predict(
      @Words @GRU(units = 4) String title,
      @Words @GRU(units = 4) @Text(minFrequency = 3) String text, // error at 61: [RONDO-819] "title" and "text" share a vocabulary, but become tokens in different ways: minFrequency = 1 and 3. Make both alike, or remove @Shared.
      @Words @GRU(units = 4) List<String> tags); // error at 43: [RONDO-819] "title" and "tags" share a vocabulary, but become tokens in different ways: one is cut, the other one is given in tokens. Make both alike, or remove @Shared.
}

@Shared
@Embedding(size = 4)
@interface Words {}
