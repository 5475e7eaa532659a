package fraud;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.LSTM;
import java.util.List;

/** Says of each payment with a card whether it is fraud, given those before. */
@SequenceModel
@LSTM(units = 64)
@Dropout(0.2)
@Dense
interface Fraud {
  List<Boolean> fraud(List<Payment> card);
}
