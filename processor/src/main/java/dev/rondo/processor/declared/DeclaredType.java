package dev.rondo.processor.declared;

import dev.rondo.processor.graph.TypeRef;
import java.util.Optional;

/**
 * The type of a parameter, or of what a method returns.
 *
 * @param kind what it means to the language
 * @param text the type as shown to users, without packages: {@code List<String>}
 * @param scored whether it is wrapped in {@code Prediction}
 * @param enumType the enum, where it is one
 * @param constants how many constants the enum has
 * @param accessible whether generated code, in the model's package, can refer to it
 */
public record DeclaredType(
    Kind kind,
    String text,
    boolean scored,
    Optional<TypeRef> enumType,
    int constants,
    boolean accessible) {
  /** What a type means to the language. */
  public enum Kind {
    STRING,
    STRING_LIST,
    STRING_ARRAY,
    ENUM,
    BOOLEAN,
    RECORD,
    VOID,
    OTHER
  }
}
