package dev.rondo.processor.plan.input;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.type.NumberType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The expressions that tell the runtime how values become features, and the constants of the
 * records in them.
 *
 * @param types of the values
 * @param constants the constant that describes each record
 */
record FeatureCode(ValueTypes types, Map<Feature.Components, String> constants) {
  private static final ClassName FEATURES = RuntimeTypes.FEATURES;

  /**
   * Returns how a component is read.
   *
   * @param record that has it
   */
  private CodeBlock component(TypeName record, Feature.Component component) {
    return of(
        component.feature(),
        record,
        CodeBlock.of("$T::$N", record, component.name()),
        CodeBlock.of("value.$N()", component.name()));
  }

  /** Returns how a value itself is read. */
  CodeBlock value(Feature feature) {
    if (feature instanceof Feature.Components record) {
      return CodeBlock.of("$N", String.valueOf(constants.get(record)));
    }
    return of(
        feature, types.of(feature).box(), CodeBlock.of("value -> value"), CodeBlock.of("value"));
  }

  private CodeBlock of(Feature feature, TypeName owner, CodeBlock getter, CodeBlock value) {
    if (feature instanceof Feature.Number number) {
      return scaled(
          missing(
              CodeBlock.of("$T.<$T>$L($L)", FEATURES, owner, method(number.type()), getter),
              fillOf(number.type(), number.missing())),
          number.scaling());
    }
    if (feature instanceof Feature.Flag flag) {
      return missing(
          CodeBlock.of(
              "$T.<$T>$L($L)", FEATURES, owner, flag.boxed() ? "boxedFlag" : "flag", getter),
          flag.boxed() ? unlessZero(flag.missing()) : flag.missing());
    }
    if (feature instanceof Feature.Constant constant) {
      TypeName type = types.type(constant.type());
      CodeBlock code =
          CodeBlock.of("$1T.<$2T, $3T>constant($4L, $3T.values())", FEATURES, owner, type, getter);
      return missing(
          constant.symbol() ? CodeBlock.of("$L.embedded()", code) : code, constant.missing());
    }
    if (feature instanceof Feature.Constants constants) {
      TypeName type = types.type(constants.type());
      CodeBlock collection =
          constants.container() == Feature.Container.ARRAY
              ? CodeBlock.of("value -> $T.of($L)", List.class, value)
              : getter;
      return missing(
          CodeBlock.of(
              "$1T.<$2T, $3T>constants($4L, $3T.values())", FEATURES, owner, type, collection),
          constants.missing());
    }
    if (feature instanceof Feature.Category category) {
      return category(category, owner, getter);
    }
    if (feature instanceof Feature.Calendar calendar) {
      return missing(
          CodeBlock.of(
              "$T.<$T>calendar($L, $T.of($L), $S)",
              FEATURES,
              owner,
              getter,
              List.class,
              calendar.fields().stream().map(Code::constant).collect(CodeBlock.joining(", ")),
              calendar.zone()),
          calendar.missing());
    }
    if (feature instanceof Feature.Elapsed) {
      return CodeBlock.of("$T.<$T>elapsed($L)", FEATURES, owner, getter);
    }
    if (feature instanceof Feature.Vector vector) {
      return scaled(
          missing(
              CodeBlock.of(
                  "$T.<$T>$L($L, $L)",
                  FEATURES,
                  owner,
                  vector.doubles() ? "doubles" : "floats",
                  Code.number(vector.size()),
                  getter),
              vector.missing()),
          vector.scaling());
    }
    Feature.Components record = (Feature.Components) feature;
    return CodeBlock.of(
        "$T.<$T, $T>record($L, $N)",
        FEATURES,
        owner,
        types.type(record.type()),
        getter,
        String.valueOf(constants.get(record)));
  }

  private static CodeBlock category(Feature.Category category, TypeName owner, CodeBlock getter) {
    boolean primitive =
        category.type() instanceof Feature.SymbolType.OfNumber number
            && number.type().isPrimitive();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.<$T>$L($L)", FEATURES, owner, primitive ? "id" : "category", getter)
            .add(".vocabulary($L)", Code.number(category.vocabulary()))
            .add(".minFrequency($L)", Code.number(category.minFrequency()));
    return missing(code.build(), category.missing());
  }

  private static String method(NumberType type) {
    if (type.isPrimitive()) {
      return "number";
    }
    return switch (type) {
      case OPTIONAL_INT -> "optionalInt";
      case OPTIONAL_LONG -> "optionalLong";
      case OPTIONAL_DOUBLE -> "optionalDouble";
      case BIG_DECIMAL -> "decimal";
      case DURATION -> "duration";
      default -> "boxed";
    };
  }

  /** Boxes and optional numbers are filled by 0 if nothing else is said. */
  private static Optional<Fill> fillOf(NumberType type, Optional<Fill> fill) {
    return type.mayBeMissing() ? unlessZero(fill) : fill;
  }

  private static Optional<Fill> unlessZero(Optional<Fill> fill) {
    return fill.filter(with -> with != Fill.ZERO);
  }

  private static CodeBlock missing(CodeBlock code, Optional<Fill> fill) {
    return fill.map(with -> CodeBlock.of("$L.missing($L)", code, Code.constant(with))).orElse(code);
  }

  static CodeBlock scaled(CodeBlock code, Scaling scaling) {
    return scaling == Scaling.STANDARD
        ? code
        : CodeBlock.of("$L.scaled($L)", code, Code.constant(scaling));
  }

  static CodeBlock withMissing(CodeBlock code, Optional<Fill> fill) {
    return missing(code, fill);
  }

  /** Returns the description of a record. */
  CodeBlock record(Feature.Components record) {
    TypeName type = types.type(record.type());
    CodeBlock.Builder code =
        CodeBlock.builder().add("$T.<$T>of()", RuntimeTypes.RECORD_FEATURES, type);
    for (Feature.Component component : record.components()) {
      code.add("\n.with($S, $L)", component.name(), component(type, component));
    }
    return code.build();
  }

  /**
   * Finds the records in values, the inner ones first.
   *
   * @param into the records, each with the name of the constant that describes it
   */
  static void collect(Feature feature, Map<Feature.Components, String> into) {
    if (feature instanceof Feature.Components record && !into.containsKey(record)) {
      record.components().forEach(component -> collect(component.feature(), into));
      String wanted =
          record
              .type()
              .simpleName()
              .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
              .toUpperCase(Locale.ROOT);
      String name = wanted;
      for (int i = 2; into.containsValue(name); i++) {
        name = wanted + "_" + i;
      }
      into.put(record, name);
    }
  }

  /** Returns what a model file says of a value, in words. */
  static String words(Feature feature) {
    if (feature instanceof Feature.Number number) {
      return "number(" + number.scaling() + fill(number.missing()) + ")";
    }
    if (feature instanceof Feature.Flag flag) {
      return "flag" + inBrackets(flag.missing());
    }
    if (feature instanceof Feature.Constant constant) {
      return (constant.symbol() ? "symbol of " : "one-hot ")
          + constant.type().simpleName()
          + inBrackets(constant.missing());
    }
    if (feature instanceof Feature.Constants constants) {
      return "k-hot " + constants.type().simpleName() + inBrackets(constants.missing());
    }
    if (feature instanceof Feature.Category category) {
      return "category" + inBrackets(category.missing());
    }
    if (feature instanceof Feature.Calendar calendar) {
      String fields = calendar.fields().stream().map(Enum::name).collect(Collectors.joining(" "));
      String zone = calendar.zone().isEmpty() ? "" : " in " + calendar.zone();
      return "calendar(" + fields + zone + fill(calendar.missing()) + ")";
    }
    if (feature instanceof Feature.Elapsed) {
      return "elapsed";
    }
    if (feature instanceof Feature.Vector vector) {
      return "vector(" + vector.size() + ", " + vector.scaling() + fill(vector.missing()) + ")";
    }
    return ((Feature.Components) feature)
        .components().stream()
            .map(component -> component.name() + " " + words(component.feature()))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String inBrackets(Optional<Fill> fill) {
    return fill.map(with -> "(missing " + with + ")").orElse("");
  }

  static String fill(Optional<Fill> fill) {
    return fill.map(with -> ", missing " + with).orElse("");
  }
}
