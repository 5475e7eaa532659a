package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

enum Name {
  O,
  B_PER,
  I_PER
}

record Annotated(
    @Crf List<Name> names, @Crf @Category List<String> tags, List<Name> alone, boolean any) {}

@SequenceModel
@Embedding(size = 4)
@LSTM(units = 3)
interface Tagger {
  Annotated read(String... words);
}
