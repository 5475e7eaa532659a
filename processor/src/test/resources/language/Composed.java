package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.data.Text;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

public class Composed {
  @Text(minFrequency = 2)
  @Embedding(size = 8)
  @Recurring
  public @interface Reader {}

  @LSTM(units = 4)
  public @interface Recurring {}

  @Shared
  @Dense(units = 4, activation = Activation.TANH)
  @Dropout(0.1)
  public @interface Block {}

  @SequenceModel
  @Block
  @Pool(Pooling.ATTENTION)
  @Dense(units = 7)
  public interface Model {
    @Block2
    @Dense
    boolean predict(@Reader @Block String text);
  }

  @Dense(hidden = 3, units = 5)
  public @interface Block2 {}
}
