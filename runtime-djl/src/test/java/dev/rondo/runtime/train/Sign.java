package dev.rondo.runtime.train;

/** The classes of the tests' small models. */
public enum Sign {
  PLUS,
  MINUS
}
