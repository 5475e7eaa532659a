package dev.rondo.processor.type;

/** A Java type whose values are read as one number. */
public enum NumberType {
  BYTE("byte", true),
  SHORT("short", true),
  INT("int", true),
  LONG("long", true),
  FLOAT("float", true),
  DOUBLE("double", true),
  BOXED_BYTE("java.lang.Byte", false),
  BOXED_SHORT("java.lang.Short", false),
  BOXED_INT("java.lang.Integer", false),
  BOXED_LONG("java.lang.Long", false),
  BOXED_FLOAT("java.lang.Float", false),
  BOXED_DOUBLE("java.lang.Double", false),
  BIG_DECIMAL("java.math.BigDecimal", false),
  OPTIONAL_INT("java.util.OptionalInt", false),
  OPTIONAL_LONG("java.util.OptionalLong", false),
  OPTIONAL_DOUBLE("java.util.OptionalDouble", false),
  /** Read by its seconds. */
  DURATION("java.time.Duration", false);

  private final String javaName;
  private final boolean primitive;

  NumberType(String javaName, boolean primitive) {
    this.javaName = javaName;
    this.primitive = primitive;
  }

  /** Returns the keyword or the qualified name: {@code float}, {@code java.lang.Float}. */
  public String javaName() {
    return javaName;
  }

  /** Returns whether it is a primitive type. */
  public boolean isPrimitive() {
    return primitive;
  }

  /** Returns whether it is the box of a primitive type. */
  public boolean isBoxed() {
    return javaName.startsWith("java.lang.");
  }

  /** Returns whether it is one of {@code OptionalInt}, {@code OptionalLong}, … */
  public boolean isOptional() {
    return javaName.startsWith("java.util.");
  }

  /** Returns whether a component of that type may be missing without {@code @Missing}. */
  public boolean mayBeMissing() {
    return isBoxed() || isOptional();
  }

  /** Returns whether its values have no fraction, so that they may be ids of something. */
  public boolean isWhole() {
    return switch (this) {
      case BYTE, SHORT, INT, LONG, BOXED_BYTE, BOXED_SHORT, BOXED_INT, BOXED_LONG -> true;
      default -> false;
    };
  }
}
