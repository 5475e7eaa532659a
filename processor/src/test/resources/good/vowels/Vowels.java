package vowels;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.LSTM;

/** Tells who speaks; the speakers are those of the training examples. */
@SequenceModel
@LSTM(units = 64, direction = Direction.BIDIRECTIONAL)
@Dropout(0.2)
@Dense
public interface Vowels {
  @Category
  String speaker(float[][] sound);
}
