package churn;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;

/** Tells whether a customer is about to leave. */
@SequenceModel
@Dense
public interface Churn {
  boolean churns(Customer customer);
}
