package dev.rondo.runtime.train;

/** The classes of the tests' small models. */
enum Sign {
  PLUS,
  MINUS
}
