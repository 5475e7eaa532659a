package sentiment;

/** The mood of a review. */
public enum Sentiment {
  NEGATIVE,
  POSITIVE
}
