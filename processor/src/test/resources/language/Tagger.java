package demo;

import dev.rondo.SequenceModel;
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

@SequenceModel
@Embedding(size = 4)
@LSTM(units = 3, direction = Direction.BIDIRECTIONAL)
@Dense
interface Tagger {
  @Crf
  List<Name> tag(List<String> words);
}
