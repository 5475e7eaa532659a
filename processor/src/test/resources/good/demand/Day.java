package demand;

import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import java.time.LocalDate;

/** What a store sold on a day. */
public record Day(LocalDate date, @Scale(Scaling.WINDOW) float sold, boolean open) {}
