package dev.rondo.processor.check.subject;

import dev.rondo.data.Category;
import dev.rondo.data.Vector;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.type.NumberType;
import java.util.List;
import java.util.Optional;

/** What the rules ask of a type. */
public final class Types {
  private static final List<NumberType> IDS =
      List.of(NumberType.INT, NumberType.LONG, NumberType.BOXED_INT, NumberType.BOXED_LONG);

  private Types() {}

  /** Returns what a list or an array has several of. */
  public static Optional<DeclaredType> element(DeclaredType type) {
    if (type instanceof DeclaredType.ListOf list) {
      return Optional.of(list.element());
    }
    return type instanceof DeclaredType.Array array
        ? Optional.of(array.element())
        : Optional.empty();
  }

  /** Returns the type of the values one by one, whatever they come in. */
  public static DeclaredType innermost(DeclaredType type) {
    if (type instanceof DeclaredType.SetOf set) {
      return innermost(set.element());
    }
    return element(type).map(Types::innermost).orElse(type);
  }

  /** Returns whether it is a {@code float} or a {@code double}. */
  public static boolean isDecimal(DeclaredType type) {
    return is(type, NumberType.FLOAT) || is(type, NumberType.DOUBLE);
  }

  public static boolean is(DeclaredType type, NumberType number) {
    return type instanceof DeclaredType.Number found && found.type() == number;
  }

  /** Returns whether it is an array of primitive numbers. */
  public static boolean isNumberArray(DeclaredType type) {
    return type instanceof DeclaredType.Array array
        && array.element() instanceof DeclaredType.Number number
        && number.type().isPrimitive();
  }

  /** Returns whether it is {@code float[][]} or {@code double[][]}. */
  public static boolean isMatrix(DeclaredType type) {
    return type instanceof DeclaredType.Array rows
        && rows.element() instanceof DeclaredType.Array row
        && isDecimal(row.element());
  }

  /** Returns whether {@code @Category} can make symbols of its values. */
  public static boolean canBeSymbol(DeclaredType type) {
    return type.isText()
        || type instanceof DeclaredType.Enumeration
        || (type instanceof DeclaredType.Number number && IDS.contains(number.type()));
  }

  /** Returns whether a part is a sequence of steps, were it an input of its own. */
  public static boolean isSequence(Part part) {
    if (part.type().isText()) {
      return !part.has(Category.class);
    }
    if (part.type() instanceof DeclaredType.Sound) {
      return true;
    }
    boolean vector = part.has(Vector.class) && isNumberArray(part.type());
    return element(part.type()).isPresent() && !vector;
  }
}
