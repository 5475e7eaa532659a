package dev.rondo.processor.diag;

/**
 * A place in the user's source that a message can point at: a type, a method, a parameter or an
 * annotation with its values.
 *
 * <p>The stages between reading and writing hold origins without knowing what they are made of.
 */
@FunctionalInterface
public interface Origin {
  /** Shows a message at this place. */
  void report(Severity severity, String message);

  /**
   * Returns the place of the value of an annotation's member; this place where the member is not
   * written, or where this is not an annotation.
   */
  default Origin member(String name) {
    return this;
  }

  /** Like {@link #member(String)}, for one element of a member that is an array. */
  default Origin member(String name, int index) {
    return member(name);
  }
}
