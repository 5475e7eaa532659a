package dev.rondo.processor.plan.code;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How generated code keeps, compares and shows a value of the user's, by its type: what may change
 * is copied, and arrays are compared by their content.
 *
 * @param nullable whether null is a value
 */
public record JavaValue(TypeName type, boolean nullable) {
  private enum Kind {
    PLAIN,
    FLOATING,
    OBJECT,
    LIST,
    SET,
    ARRAY,
    MATRIX
  }

  private Kind kind() {
    if (type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE)) {
      return Kind.FLOATING;
    }
    if (type.isPrimitive()) {
      return Kind.PLAIN;
    }
    if (type instanceof ArrayTypeName array) {
      return array.componentType() instanceof ArrayTypeName ? Kind.MATRIX : Kind.ARRAY;
    }
    if (isA(Set.class)) {
      return Kind.SET;
    }
    return isA(List.class) ? Kind.LIST : Kind.OBJECT;
  }

  private boolean isA(Class<?> collection) {
    return type instanceof ParameterizedTypeName generic
        && generic.rawType().canonicalName().equals(collection.getName());
  }

  /** Returns a copy of a variable, checked: an error names it. */
  public CodeBlock kept(String variable, String name) {
    if (!nullable) {
      return checkedCopy(variable, name);
    }
    return switch (kind()) {
      case PLAIN, FLOATING, OBJECT -> CodeBlock.of("$N", variable);
      case ARRAY -> orNull(variable, CodeBlock.of("$N.clone()", variable));
      default -> orNull(variable, checkedCopy(variable, name));
    };
  }

  private static CodeBlock orNull(String variable, CodeBlock made) {
    return CodeBlock.of("$N == null ? null : $L", variable, made);
  }

  private CodeBlock checkedCopy(String variable, String name) {
    return switch (kind()) {
      case PLAIN, FLOATING -> CodeBlock.of("$N", variable);
      case OBJECT -> CodeBlock.of("$T.notNull($N, $S)", RuntimeTypes.ARGUMENTS, variable, name);
      case LIST, SET -> CodeBlock.of("$T.copyOf($N, $S)", RuntimeTypes.ARGUMENTS, variable, name);
      case ARRAY ->
          isOfPrimitives()
              ? CodeBlock.of("$T.notNull($N, $S).clone()", RuntimeTypes.ARGUMENTS, variable, name)
              : CodeBlock.of("$T.copyOf($N, $S)", RuntimeTypes.ARGUMENTS, variable, name);
      case MATRIX -> CodeBlock.of("$T.copyOfRows($N, $S)", RuntimeTypes.ARGUMENTS, variable, name);
    };
  }

  /** Returns a variable, checked but not copied. */
  public CodeBlock checked(String variable, String name) {
    return nullable || type.isPrimitive()
        ? CodeBlock.of("$N", variable)
        : CodeBlock.of("$T.notNull($N, $S)", RuntimeTypes.ARGUMENTS, variable, name);
  }

  private boolean isOfPrimitives() {
    return type instanceof ArrayTypeName array && array.componentType().isPrimitive();
  }

  /** Returns what an accessor gives of a field. */
  public CodeBlock given(String field) {
    return switch (kind()) {
      case ARRAY -> {
        CodeBlock copy = CodeBlock.of("$N.clone()", field);
        yield nullable ? orNull(field, copy) : copy;
      }
      case MATRIX -> CodeBlock.of("$T.copyOfRows($N, $S)", RuntimeTypes.ARGUMENTS, field, field);
      default -> CodeBlock.of("$N", field);
    };
  }

  /** Returns whether a field equals that of another object. */
  public CodeBlock same(String field, String that) {
    return switch (kind()) {
      case PLAIN -> CodeBlock.of("$1N == $2N.$1N", field, that);
      case FLOATING -> CodeBlock.of("$3T.compare($1N, $2N.$1N) == 0", field, that, type.box());
      case ARRAY -> CodeBlock.of("$3T.equals($1N, $2N.$1N)", field, that, Arrays.class);
      case MATRIX -> CodeBlock.of("$3T.deepEquals($1N, $2N.$1N)", field, that, Arrays.class);
      default ->
          nullable
              ? CodeBlock.of("$3T.equals($1N, $2N.$1N)", field, that, Objects.class)
              : CodeBlock.of("$1N.equals($2N.$1N)", field, that);
    };
  }

  /** Returns the operand of {@code Objects.hash}. */
  public CodeBlock hashed(String field) {
    return through("hashCode", "deepHashCode", field);
  }

  /** Returns the operand in {@code toString}. */
  public CodeBlock shown(String field) {
    return through("toString", "deepToString", field);
  }

  private CodeBlock through(String method, String deep, String field) {
    return switch (kind()) {
      case ARRAY -> CodeBlock.of("$T.$L($N)", Arrays.class, method, field);
      case MATRIX -> CodeBlock.of("$T.$L($N)", Arrays.class, deep, field);
      default -> CodeBlock.of("$N", field);
    };
  }

  /**
   * Returns the value as part of an example.
   *
   * @param name the parameter, field, accessor and column
   * @param meaning what Javadoc says of it
   * @param read the value in a row of a file
   */
  public ExampleValue inExample(String name, String meaning, Names names, CodeBlock read) {
    return new ExampleValue(
        type,
        name,
        meaning,
        meaning,
        kept(name, name),
        given(name),
        same(name, names.get(ExampleValue.THAT)),
        hashed(name),
        shown(name),
        read,
        nullable);
  }
}
