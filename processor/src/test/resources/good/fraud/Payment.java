package fraud;

import dev.rondo.data.Elapsed;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import java.time.Instant;

/** A payment with a card. */
record Payment(@Scale(Scaling.LOG) double amount, boolean abroad, @Elapsed Instant at) {}
