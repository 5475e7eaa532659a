package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;

@SequenceModel
@Dense
interface NoRecurrentLayerForNumbers { // error at 1: [RONDO-207] "NoRecurrentLayerForNumbers" has no recurrent layer, so that nothing reads the sequence. Write @LSTM, @GRU or @Recurrent before the output.
  float predict(@Series float[] values);
}
