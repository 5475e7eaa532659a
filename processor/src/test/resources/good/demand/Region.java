package demand;

/** Where a store is. */
public enum Region {
  NORTH,
  SOUTH
}
