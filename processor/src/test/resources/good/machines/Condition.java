package machines;

/** How worn a machine is. */
public enum Condition {
  GOOD,
  WORN,
  FAULTY
}
