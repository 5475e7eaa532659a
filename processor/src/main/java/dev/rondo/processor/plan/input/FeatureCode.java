package dev.rondo.processor.plan.input;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.graph.Names;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.type.NumberType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The expressions that tell the runtime how values become features, and the constants of the
 * records in them.
 *
 * @param types of the values
 * @param constants the constant that describes each record
 */
record FeatureCode(ValueTypes types, Map<Feature.Components, String> constants) {
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
            CodeBlock.of("value.$N()", component.name()))
        .code(true);
  }

  /** Returns how a value itself is read. */
  CodeBlock value(Feature feature) {
    if (feature instanceof Feature.Components record) {
      return CodeBlock.of("$N", String.valueOf(constants.get(record)));
    }
    return of(
            feature, types.of(feature).box(), CodeBlock.of("value -> value"), CodeBlock.of("value"))
        .code(false);
  }

  private FeatureCall of(Feature feature, TypeName owner, CodeBlock getter, CodeBlock value) {
    if (feature instanceof Feature.Number number) {
      FeatureCall call = FeatureCall.of(method(number.type()), getter, owner);
      return scaled(missing(call, fillOf(number.type(), number.missing())), number.scaling());
    }
    if (feature instanceof Feature.Flag flag) {
      return missing(
          FeatureCall.of(flag.boxed() ? "boxedFlag" : "flag", getter, owner),
          flag.boxed() ? unlessZero(flag.missing()) : flag.missing());
    }
    if (feature instanceof Feature.Constant constant) {
      FeatureCall call = ofConstants("constant", getter, owner, types.type(constant.type()));
      return missing(
          constant.symbol() ? call.then(CodeBlock.of("embedded()")) : call, constant.missing());
    }
    if (feature instanceof Feature.Constants constants) {
      CodeBlock collection =
          constants.container() == Feature.Container.ARRAY
              ? CodeBlock.of("($T value) -> $T.listOf($L)", owner, RuntimeTypes.FEATURES, value)
              : getter;
      return missing(
          ofConstants("constants", collection, owner, types.type(constants.type())),
          constants.missing());
    }
    if (feature instanceof Feature.Category category) {
      return category(category, owner, getter);
    }
    if (feature instanceof Feature.Calendar calendar) {
      CodeBlock fields =
          calendar.fields().stream().map(Code::constant).collect(CodeBlock.joining(", "));
      return missing(
          FeatureCall.of(
              "calendar",
              CodeBlock.of("$L, $T.of($L), $S", getter, List.class, fields, calendar.zone()),
              owner),
          calendar.missing());
    }
    if (feature instanceof Feature.Elapsed) {
      return FeatureCall.of("elapsed", getter, owner);
    }
    if (feature instanceof Feature.Vector vector) {
      FeatureCall call =
          FeatureCall.of(
              vector.doubles() ? "doubles" : "floats",
              CodeBlock.of("$L, $L", Code.number(vector.size()), getter),
              owner);
      return scaled(missing(call, vector.missing()), vector.scaling());
    }
    Feature.Components record = (Feature.Components) feature;
    return FeatureCall.of(
        "record",
        CodeBlock.of("$L, $N", getter, String.valueOf(constants.get(record))),
        owner,
        types.type(record.type()));
  }

  private static FeatureCall ofConstants(
      String method, CodeBlock getter, TypeName owner, TypeName type) {
    return FeatureCall.of(method, CodeBlock.of("$L, $T.values()", getter, type), owner, type);
  }

  private static FeatureCall category(Feature.Category category, TypeName owner, CodeBlock getter) {
    boolean primitive =
        category.type() instanceof Feature.SymbolType.OfNumber number
            && number.type().isPrimitive();
    return missing(
        FeatureCall.of(primitive ? "id" : "category", getter, owner)
            .then(CodeBlock.of("vocabulary($L)", Code.number(category.vocabulary())))
            .then(CodeBlock.of("minFrequency($L)", Code.number(category.minFrequency()))),
        category.missing());
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

  private static FeatureCall missing(FeatureCall call, Optional<Fill> fill) {
    return call.then("missing", fill.map(Code::constant));
  }

  private static FeatureCall scaled(FeatureCall call, Scaling scaling) {
    return call.then(
        "scaled", Optional.of(scaling).filter(how -> how != Scaling.STANDARD).map(Code::constant));
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
   * @param taken names that other fields have
   */
  static void collect(Feature feature, Map<Feature.Components, String> into, Set<String> taken) {
    if (feature instanceof Feature.Components record && !into.containsKey(record)) {
      record.components().forEach(component -> collect(component.feature(), into, taken));
      String wanted = Names.constant(record.type().simpleName());
      into.put(record, Code.free(wanted, taken));
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
