package dev.rondo.runtime.decode;

import dev.rondo.runtime.kernel.Foretold;

/**
 * Foretells the next tokens of a batch's hypotheses, position by position; remembers what each has
 * read. For use by one thread.
 */
@FunctionalInterface
interface Decoder {
  /**
   * Reads a token of each hypothesis and foretells the next.
   *
   * @param parents for each hypothesis, which row it was in the call before, or part of; in the
   *     first call which source it translates. In ascending order of the sources
   * @param tokens the last token of each
   * @param width how many of the likeliest next tokens are wanted for each
   */
  Foretold next(int[] parents, int[] tokens, int width);
}
