package demo;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@Embedding(size = 4)
@LSTM(units = 3)
@Dense
interface SeenTags {
  @Crf
  @Category
  List<Prediction<String>> tag(List<String> words);
}
