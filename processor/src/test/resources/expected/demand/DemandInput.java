package demand;

import dev.rondo.runtime.data.Arguments;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Demand#next} is given once. Immutable. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class DemandInput {
  private final List<Day> history;
  private final Store store;
  private final List<Planned> planned;
  private final Region region;

  /**
   * Creates an input.
   *
   * @param history the input {@code history}
   * @param store the input {@code store}
   * @param planned the input {@code planned}
   * @param region the input {@code region}
   * @throws IllegalArgumentException if a value is null
   */
  public DemandInput(List<Day> history, Store store, List<Planned> planned, Region region) {
    this.history = Arguments.copyOf(history, "history");
    this.store = Arguments.notNull(store, "store");
    this.planned = Arguments.copyOf(planned, "planned");
    this.region = Arguments.notNull(region, "region");
  }

  /** Returns the input {@code history}. */
  public List<Day> history() {
    return history;
  }

  /** Returns the input {@code store}. */
  public Store store() {
    return store;
  }

  /** Returns the input {@code planned}. */
  public List<Planned> planned() {
    return planned;
  }

  /** Returns the input {@code region}. */
  public Region region() {
    return region;
  }
}
