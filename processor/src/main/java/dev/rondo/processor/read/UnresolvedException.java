package dev.rondo.processor.read;

/**
 * Something that a model needs is not known yet: another processor may still generate it, or it is
 * a mistake that the compiler reports itself.
 */
final class UnresolvedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnresolvedException(String what) {
    super(what);
  }
}
