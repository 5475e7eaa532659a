package regressor;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Recurrent;

/** In Keras: SimpleRNN(32), Dense(1). */
@SequenceModel
@Recurrent(units = 32)
@Dense
public interface Regressor {
  float predict(@Series float[] values);
}
