package clips;

/** What somebody does. */
public enum Motion {
  WAVE,
  POINT,
  NOD
}
