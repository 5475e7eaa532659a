package dev.rondo.processor.plan.code;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.type.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Small pieces of Java source. */
public final class Code {
  /** What stands behind the indent of an argument on a line of its own. */
  private static final int LONGEST_TEXT = 78;

  private Code() {}

  /** Returns the name that JavaPoet knows a type by. */
  public static ClassName type(TypeRef type) {
    List<String> names = type.simpleNames();
    return ClassName.get(
        type.packageName(), names.get(0), names.subList(1, names.size()).toArray(new String[0]));
  }

  /**
   * Returns the name that JavaPoet knows a type by. It writes types of the same package without it,
   * so that what stands where another type hides the name has to be one name for it.
   *
   * @param hidden simple names that mean something else
   */
  public static ClassName type(TypeRef type, Collection<String> hidden) {
    return hidden.contains(type.simpleNames().get(0))
        ? ClassName.get("", type.qualifiedName())
        : type(type);
  }

  /** Returns what a method is called by: {@code yield(…)} alone would be a statement. */
  public static CodeBlock callee(String method) {
    return CodeBlock.of(method.equals("yield") ? "this.$N" : "$N", method);
  }

  /** Returns an enum's constant, as in {@code Direction.BACKWARD}. */
  public static CodeBlock constant(Enum<?> constant) {
    return CodeBlock.of("$T.$L", constant.getDeclaringClass(), constant.name());
  }

  /** Returns an int as a person writes it, as in {@code 30_000}. */
  public static CodeBlock number(int value) {
    String digits = Integer.toString(value);
    return CodeBlock.of(
        "$L",
        digits.length() < 5 ? digits : String.format(Locale.ROOT, "%,d", value).replace(',', '_'));
  }

  /** Returns a double as a person writes it, as in {@code 0.002} or {@code 1e-5}. */
  public static CodeBlock number(double value) {
    return CodeBlock.of("$L", Double.toString(value).replace(".0E", "e").replace('E', 'e'));
  }

  /** Returns a text as a literal, or as the sum of several if it is long, broken behind commas. */
  public static CodeBlock text(String text) {
    List<CodeBlock> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : text.split("(?<=, )", -1)) {
      if (line.length() > 0 && line.length() + part.length() > LONGEST_TEXT) {
        lines.add(CodeBlock.of("$S", line.toString()));
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(CodeBlock.of("$S", line.toString()));
    return lines.stream().collect(CodeBlock.joining(" + "));
  }

  /** Returns the values with commas between them. */
  public static CodeBlock list(CodeBlock... values) {
    return Stream.of(values).collect(CodeBlock.joining(", "));
  }

  /** Returns a name with a capital, as in {@code Review}. */
  public static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /**
   * Returns a name that nothing else has: the one that is wanted, or that with a number.
   *
   * @param taken the names that something has; the one returned is added
   */
  public static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** Returns what several of a name are called, as in {@code reviews}, {@code allWords}. */
  public static String plural(String name) {
    if (name.endsWith("s") || name.endsWith("_")) {
      return "all" + capital(name);
    }
    if (name.endsWith("x") || name.endsWith("ch") || name.endsWith("sh")) {
      return name + "es";
    }
    return name.matches(".*[^aeiou]y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
  }

  /** Returns a type without its arguments, as in {@code java.util.List} or {@code int[]}. */
  static String erased(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return erased(array.componentType()) + "[]";
    }
    return type instanceof ParameterizedTypeName generic
        ? generic.rawType().canonicalName()
        : type.withoutAnnotations().toString();
  }

  /** Returns {@code List<element>}. */
  public static TypeName listOf(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(List.class), element.box());
  }

  /** Returns {@code Iterable<element>}. */
  public static TypeName iterableOf(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(Iterable.class), element.box());
  }

  /** Returns {@code Stream<element>}. */
  public static TypeName streamOf(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(Stream.class), element.box());
  }

  /** Returns a type with one argument. */
  public static TypeName generic(ClassName type, TypeName argument) {
    return ParameterizedTypeName.get(type, argument.box());
  }
}
