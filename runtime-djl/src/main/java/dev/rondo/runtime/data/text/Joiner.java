package dev.rondo.runtime.data.text;

/** Puts tokens together to a text, one after the other. For use by one thread. */
@FunctionalInterface
interface Joiner {
  /**
   * Returns what the next token adds to the text: itself, with or without a space before it.
   *
   * @param token not empty
   */
  String added(String token);
}
