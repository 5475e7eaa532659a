package demo;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

enum Tag {
  NOUN,
  VERB
}

@SequenceModel
@Embedding(size = 4)
@GRU(units = 3)
@Dense
interface Tags {
  List<Prediction<Tag>> tag(@Category(vocabulary = 9, minFrequency = 1) int[] words);
}
