package dev.rondo.runtime.layer;

/** What a network computes has no operators of plans: it is computed layer by layer. */
final class NotPlannedException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1;

  NotPlannedException(String reason) {
    super(reason);
  }
}
