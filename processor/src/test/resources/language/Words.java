package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Recurrent;

@SequenceModel
public interface Words {
  @Dense
  boolean predict(
      @Embedding(size = 8) @Recurrent(units = 4, activation = Activation.RELU) String... words);
}
