package dev.rondo.processor.declared;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of one of the language's annotations: those written, else the defaults.
 *
 * <p>A required member that is missing, which the compiler reports, reads as 0, NaN, empty or the
 * first constant.
 *
 * @param annotation the annotation
 * @param written the members that are written, in that order: numbers, booleans, strings, {@link
 *     Constant}s, annotations of the language ({@link Values}), or lists of these
 */
public record Values(Class<? extends Annotation> annotation, Map<String, Object> written) {
  public Values {
    written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
  }

  /** A constant of an enum, by its name. */
  public record Constant(String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Returns the values of an annotation that is not written at all. */
  public static Values defaults(Class<? extends Annotation> annotation) {
    return new Values(annotation, Map.of());
  }

  /** Returns whether the user wrote that member. */
  public boolean writes(String member) {
    return written.containsKey(member);
  }

  /** Returns the value of an {@code int} member. */
  public int integer(String member) {
    return value(member) instanceof Integer value ? value : 0;
  }

  /** Returns the value of a {@code double} member. */
  public double decimal(String member) {
    return value(member) instanceof Double value ? value : Double.NaN;
  }

  /** Returns the value of a {@code boolean} member. */
  public boolean flag(String member) {
    return value(member) instanceof Boolean value && value;
  }

  /** Returns the value of a {@code String} member. */
  public String text(String member) {
    return value(member) instanceof String value ? value : "";
  }

  /** Returns the value of an {@code int[]} member. */
  public List<Integer> integers(String member) {
    Object value = value(member);
    if (value instanceof int[] array) {
      return Arrays.stream(array).boxed().toList();
    }
    return value instanceof List<?> list
        ? list.stream().map(Integer.class::cast).toList()
        : List.of();
  }

  /** Returns the value of a {@code double[]} member. */
  public List<Double> decimals(String member) {
    Object value = value(member);
    if (value instanceof double[] array) {
      return Arrays.stream(array).boxed().toList();
    }
    return value instanceof List<?> list
        ? list.stream().map(Double.class::cast).toList()
        : List.of();
  }

  /** Returns the value of a member that is an enum. */
  public <E extends Enum<E>> E constant(String member, Class<E> type) {
    Object value = value(member);
    if (value instanceof Constant constant) {
      return Enum.valueOf(type, constant.name());
    }
    return value == null ? type.getEnumConstants()[0] : type.cast(value);
  }

  /** Returns the value of a member that is an array of an enum's constants. */
  public <E extends Enum<E>> List<E> constants(String member, Class<E> type) {
    return value(member) instanceof List<?> list
        ? list.stream().map(constant -> Enum.valueOf(type, constant.toString())).toList()
        : List.of();
  }

  /** Returns the annotations that are written as the value of a member, in order. */
  public List<Values> nested(String member) {
    Object value = written.get(member);
    if (value instanceof Values one) {
      return List.of(one);
    }
    return value instanceof List<?> list
        ? list.stream().filter(Values.class::isInstance).map(Values.class::cast).toList()
        : List.of();
  }

  private @Nullable Object value(String member) {
    Object value = written.get(member);
    return value != null ? value : defaultOf(member);
  }

  private @Nullable Object defaultOf(String member) {
    try {
      return annotation.getDeclaredMethod(member).getDefaultValue();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(annotation + " has no member " + member, e);
    }
  }

  /** Returns the annotation as written: {@code @LSTM(units = 128, direction = BIDIRECTIONAL)}. */
  public String source() {
    String name = Language.nameOf(annotation);
    if (written.isEmpty()) {
      return name;
    }
    if (written.keySet().equals(Set.of("value"))) {
      return name + "(" + sourceOf("value") + ")";
    }
    return written.keySet().stream()
        .map(member -> member + " = " + sourceOf(member))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  /** Returns the value of a written member as written: {@code {256, 128}}. */
  public String sourceOf(String member) {
    Object value = written.get(member);
    if (value instanceof List<?> list) {
      return list.size() == 1
          ? source(list.get(0))
          : list.stream().map(Values::source).collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof String text ? "\"" + text + "\"" : source(value);
  }

  private static String source(@Nullable Object value) {
    return value instanceof Values nested ? nested.source() : String.valueOf(value);
  }
}
