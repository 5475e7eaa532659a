package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@Embedding(size = 4)
@GRU(units = 3)
@Dense
interface Parts {
  @Category
  List<String> tag(List<String> words);
}
