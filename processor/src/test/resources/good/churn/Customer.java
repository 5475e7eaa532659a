package churn;

import dev.rondo.layer.LSTM;
import java.util.List;

/** Who a customer is, and what was clicked. */
public record Customer(Profile profile, @LSTM(units = 64) List<Click> clicks) {}
