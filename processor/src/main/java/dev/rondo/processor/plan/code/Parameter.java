package dev.rondo.processor.plan.code;

import com.palantir.javapoet.TypeName;

/**
 * A parameter of a member.
 *
 * @param nullable whether it may be null, which is said where the user's module has an annotation
 */
public record Parameter(TypeName type, String name, boolean nullable) {
  /** Returns a parameter that is never null. */
  public static Parameter of(TypeName type, String name) {
    return new Parameter(type, name, false);
  }
}
