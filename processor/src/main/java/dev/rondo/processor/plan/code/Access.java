package dev.rondo.processor.plan.code;

/** Who sees a member. */
public enum Access {
  /** Everyone, if the class is public. */
  PUBLIC,
  /** Subclasses and the package. */
  PROTECTED,
  /** The other generated classes. */
  PACKAGE,
  /** The class alone. */
  PRIVATE
}
