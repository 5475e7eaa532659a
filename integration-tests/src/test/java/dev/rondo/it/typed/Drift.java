package dev.rondo.it.typed;

/** Where something drifts to. */
enum Drift {
  LEFT,
  RIGHT
}
