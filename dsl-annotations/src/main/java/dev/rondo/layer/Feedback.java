package dev.rondo.layer;

/** What a simple recurrent network is given of the step before. */
public enum Feedback {
  /** Its own hidden state: an Elman network (Elman 1990). */
  HIDDEN,
  /** The output of the {@link Dense} directly behind it: a Jordan network (Jordan 1986). */
  OUTPUT
}
