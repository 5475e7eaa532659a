package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

enum Name {
  O,
  B_PER,
  I_PER
}

record Annotated(@Crf List<Name> names, @Crf @Category List<String> tags, boolean any) {}

@SequenceModel
@Embedding(size = 4)
@LSTM(units = 3)
interface Annotator {
  Annotated read(String... words);
}

@SequenceModel
@Embedding(size = 4)
@LSTM(units = 3)
@Dense
interface SeenTags {
  @Category
  List<String> tag(List<String> words);
}

@SequenceModel
@Embedding(size = 4)
@LSTM(units = 3, direction = Direction.BIDIRECTIONAL)
@Dense
interface Tagger {
  @Crf
  List<Name> tag(List<String> words);
}
