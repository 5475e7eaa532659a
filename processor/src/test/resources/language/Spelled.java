package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

enum Part {
  NOUN,
  VERB
}

@SequenceModel
@LSTM(units = 16, direction = Direction.BIDIRECTIONAL)
@Dropout(0.5)
@Dense
interface Spelled {
  List<Part> tag(
      @Embedding(size = 8)
          @Characters(
              embedding = @Embedding(size = 4),
              lstm = @LSTM(units = 3, direction = Direction.BIDIRECTIONAL))
          List<String> words);
}
