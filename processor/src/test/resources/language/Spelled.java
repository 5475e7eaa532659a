package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;

enum Language {
  DANISH,
  NORWEGIAN
}

@SequenceModel
@Embedding(size = 8)
@Characters(
    gru = @GRU(units = {3, 3}, dropout = 0.1, direction = Direction.BACKWARD),
    embedding = @Embedding(size = 4))
@LSTM(units = 16, direction = Direction.BIDIRECTIONAL)
@Dense
interface Spelled {
  Language of(@Text(language = "da", minFrequency = 3) String inner);
}
