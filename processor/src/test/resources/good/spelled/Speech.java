package spelled;

import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@Dropout(0.5)
@LSTM(units = 128)
@Dense
interface Speech {
  List<Part> tag(
      @Embedding(size = 100)
          @Characters(
              embedding = @Embedding(size = 32),
              lstm = @LSTM(units = 64, direction = Direction.BIDIRECTIONAL))
          List<String> words);
}
