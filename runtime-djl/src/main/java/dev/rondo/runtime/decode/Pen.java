package dev.rondo.runtime.decode;

/** Writes one text token by token; remembers where it is. For use by one thread. */
interface Pen {
  /**
   * Reads tokens, then writes.
   *
   * @param given what to read first
   * @param sampling greedy or not, and by which settings
   * @param count how many tokens to write at most
   * @param uniforms numbers in [0, 1), one for each token; none if greedy
   * @return what was written; a {@link dev.rondo.runtime.data.text.TextStreams#BOUNDARY} ends it
   */
  long[] write(long[] given, Sampling sampling, int count, double[] uniforms);
}
