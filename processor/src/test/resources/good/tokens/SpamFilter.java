package tokens;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Recurrent;
import java.util.List;

/** Finds unwanted messages. */
@SequenceModel
@Embedding(size = 16)
@Recurrent(units = 32, direction = Direction.BACKWARD, activation = Activation.RELU)
@Dense
public interface SpamFilter {
  boolean isSpam(List<String> words);
}
