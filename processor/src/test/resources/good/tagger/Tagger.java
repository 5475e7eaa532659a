package tagger;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

/** Finds names in sentences. */
@SequenceModel
@Embedding(size = 100)
@Dropout(0.5)
@LSTM(units = 100, direction = Direction.BIDIRECTIONAL)
@Dense
interface Tagger {
  @Crf
  List<Tag> tag(List<String> words);
}
