package dev.rondo.processor.plan.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * A field of a generated class.
 *
 * @param initial what it starts with; absent where the constructor says so
 */
public record Field(
    TypeName type,
    String name,
    Access access,
    boolean isStatic,
    boolean isFinal,
    Optional<CodeBlock> initial) {
  /** Returns a field for the class alone that the constructor sets once. */
  public static Field hidden(TypeName type, String name) {
    return new Field(type, name, Access.PRIVATE, false, true, Optional.empty());
  }

  /** Returns a field that the other generated classes read, and the constructor sets once. */
  public static Field shared(TypeName type, String name) {
    return new Field(type, name, Access.PACKAGE, false, true, Optional.empty());
  }

  /** Returns a field for the class alone that changes. */
  public static Field variable(TypeName type, String name, CodeBlock initial) {
    return new Field(type, name, Access.PRIVATE, false, false, Optional.of(initial));
  }

  /** Returns a constant for the class alone. */
  public static Field constant(TypeName type, String name, CodeBlock value) {
    return new Field(type, name, Access.PRIVATE, true, true, Optional.of(value));
  }
}
