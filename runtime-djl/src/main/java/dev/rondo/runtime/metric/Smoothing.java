package dev.rondo.runtime.metric;

/** What {@link Bleu} takes for the precision of a length of which no n-gram matches. */
public enum Smoothing {
  /**
   * Half a match for the first length without any, a quarter for the second and so on: that of
   * {@code mteval-v13a.pl}, and method 3 of Chen and Cherry 2014, <a
   * href="https://aclanthology.org/W14-3346/">"A systematic comparison of smoothing techniques for
   * sentence-level BLEU"</a>.
   */
  EXP("exp"),

  /** Zero, which makes the score zero: BLEU as Papineni et al. define it. */
  NONE("none");

  private final String id;

  Smoothing(String id) {
    this.id = id;
  }

  /** Returns what sacreBLEU calls it in signatures. */
  String id() {
    return id;
  }
}
