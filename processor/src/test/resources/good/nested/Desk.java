package nested;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

/** Sorts what comes in. */
final class Desk {
  private Desk() {}

  /** Where a request goes. */
  enum Queue {
    BILLING,
    REPAIR,
    OTHER
  }

  /** How requests are read. */
  @Shared
  @Text(minFrequency = 2)
  @Embedding(size = 32)
  @GRU(units = 32)
  @interface Reader {}

  /** Chooses the queue of a request. */
  @SequenceModel
  @Pool(Pooling.MEAN)
  @Dense
  interface Router {
    Prediction<Queue> route(@Reader String network);
  }
}
