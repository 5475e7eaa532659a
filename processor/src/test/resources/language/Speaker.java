package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Missing;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.LSTM;

@SequenceModel
@LSTM(units = 4, direction = Direction.BIDIRECTIONAL)
@Dense
interface Speaker {
  @Category
  String speaker(@Missing double[][] sound);
}
