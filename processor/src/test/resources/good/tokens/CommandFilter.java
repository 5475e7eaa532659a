package tokens;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

/** Finds commands that do harm; closed as it is used. */
@SequenceModel
@Embedding(size = 16)
@LSTM(units = 32)
@Pool(Pooling.MAX)
@Dense(units = 8)
public interface CommandFilter extends AutoCloseable {
  @Dense
  boolean isHarmful(String... parts);

  @Override
  void close();
}
