package dev.rondo.processor.plan.file;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.AudioClip;
import dev.rondo.data.Fill;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.AnswerCode;
import dev.rondo.processor.plan.head.BooleanCode;
import dev.rondo.processor.plan.head.EnumCode;
import dev.rondo.processor.plan.head.LabelsCode;
import dev.rondo.processor.plan.head.NumberCode;
import dev.rondo.processor.plan.head.NumbersCode;
import dev.rondo.processor.plan.head.SeenClassCode;
import dev.rondo.processor.plan.head.TranscriptCode;
import dev.rondo.processor.plan.input.ValueTypes;
import dev.rondo.processor.type.NumberType;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The columns of single values, by their type. */
final class ColumnCodes {
  private final ValueTypes types;

  ColumnCodes(ValueTypes types) {
    this.types = types;
  }

  /** Returns the column of a value that is no record. */
  ColumnCode of(Feature feature) {
    if (feature instanceof Feature.Number number) {
      return number(number.type(), number.missing());
    }
    if (feature instanceof Feature.Flag flag) {
      return flag(flag.boxed());
    }
    if (feature instanceof Feature.Constant constant) {
      return constant(types.type(constant.type()), constant.missing().isPresent());
    }
    if (feature instanceof Feature.Constants constants) {
      return constants(types.type(constants.type()), constants.missing().isPresent());
    }
    if (feature instanceof Feature.Category category) {
      return symbol(category.type(), category.missing().isPresent());
    }
    if (feature instanceof Feature.Calendar calendar) {
      return time(types.of(feature), calendar.type().name(), calendar.missing().isPresent());
    }
    if (feature instanceof Feature.Elapsed elapsed) {
      return time(types.of(feature), elapsed.type().name(), false);
    }
    Feature.Vector vector = (Feature.Vector) feature;
    return vector(vector.size(), vector.doubles(), vector.missing().isPresent());
  }

  /** Returns the column of an answer. */
  ColumnCode of(AnswerCode answer, boolean optional) {
    if (answer instanceof EnumCode constant) {
      return constant(constant.type(), optional);
    }
    if (answer instanceof BooleanCode flag) {
      return flag(flag.isBoxed());
    }
    if (answer instanceof SeenClassCode seen) {
      return symbol(seen.symbol(), optional);
    }
    if (answer instanceof TranscriptCode) {
      return symbol(new Feature.SymbolType.OfText(), false);
    }
    if (answer instanceof LabelsCode labels) {
      return constants(labels.label(), optional);
    }
    if (answer instanceof NumberCode number) {
      return number(number.head().type(), Optional.empty());
    }
    NumbersCode numbers = (NumbersCode) answer;
    return vector(numbers.head().size(), numbers.head().doubles(), false);
  }

  private static ColumnCode number(NumberType type, Optional<Fill> missing) {
    if (type == NumberType.DURATION) {
      return time(ClassName.get(Duration.class), type.name(), missing.isPresent());
    }
    boolean decimal = type == NumberType.FLOAT || type == NumberType.DOUBLE;
    String mayBeMissing = decimal && missing.isPresent() ? ".missing()" : "";
    return new ColumnCode(
        RuntimeTypes.NUMBER_COLUMN,
        (columns, name) -> CodeBlock.of("$N.number($S)$L", columns, name, mayBeMissing),
        method(type, missing.isPresent()));
  }

  private static String method(NumberType type, boolean missing) {
    return switch (type) {
      case BOXED_BYTE -> "byteOrNull";
      case BOXED_SHORT -> "shortOrNull";
      case BOXED_INT -> "intOrNull";
      case BOXED_LONG -> "longOrNull";
      case BOXED_FLOAT -> "floatOrNull";
      case BOXED_DOUBLE -> "doubleOrNull";
      case OPTIONAL_INT -> "optionalInt";
      case OPTIONAL_LONG -> "optionalLong";
      case OPTIONAL_DOUBLE -> "optionalDouble";
      case BIG_DECIMAL -> missing ? "decimalOrNull" : "toDecimal";
      default -> "to" + Code.capital(type.name().toLowerCase(Locale.ROOT));
    };
  }

  private static ColumnCode flag(boolean boxed) {
    return new ColumnCode(
        RuntimeTypes.FLAG_COLUMN,
        (columns, name) -> CodeBlock.of("$N.flag($S)", columns, name),
        boxed ? "orNull" : "of");
  }

  private static ColumnCode constant(TypeName type, boolean missing) {
    return new ColumnCode(
        Code.generic(RuntimeTypes.CONSTANT_COLUMN, type),
        (columns, name) -> CodeBlock.of("$N.constant($S, $T.values())", columns, name, type),
        missing ? "orNull" : "of");
  }

  private static ColumnCode constants(TypeName type, boolean missing) {
    return new ColumnCode(
        Code.generic(RuntimeTypes.CONSTANTS_COLUMN, type),
        (columns, name) -> CodeBlock.of("$N.constants($S, $T.values())", columns, name, type),
        missing ? "orNull" : "of");
  }

  private ColumnCode symbol(Feature.SymbolType type, boolean missing) {
    if (type instanceof Feature.SymbolType.OfNumber number) {
      return number(number.type(), Optional.empty());
    }
    return type instanceof Feature.SymbolType.OfConstant constant
        ? constant(types.type(constant.type()), missing)
        : new ColumnCode(
            RuntimeTypes.TEXT_COLUMN,
            (columns, name) -> CodeBlock.of("$N.text($S)", columns, name),
            missing ? "orNull" : "of");
  }

  private static ColumnCode time(TypeName type, String format, boolean missing) {
    return new ColumnCode(
        Code.generic(RuntimeTypes.VALUE_COLUMN, type),
        (columns, name) ->
            CodeBlock.of("$N.value($S, $T.$L)", columns, name, RuntimeTypes.TEXT_FORMAT, format),
        missing ? "orNull" : "of");
  }

  /** Returns the column of sounds: the paths of their files. */
  static ColumnCode sound() {
    return time(ClassName.get(AudioClip.class), "AUDIO", false);
  }

  /** Returns the column of clips: the paths of their folders or files. */
  static ColumnCode pictures(TypeName type, boolean files) {
    return time(type, files ? "FRAME_FILES" : "FRAMES", false);
  }

  private static ColumnCode vector(int size, boolean doubles, boolean missing) {
    return new ColumnCode(
        RuntimeTypes.VECTOR_COLUMN,
        (columns, name) ->
            CodeBlock.of(
                "$N.vector($S, $L)$L",
                columns,
                name,
                Code.number(size),
                missing ? ".missing()" : ""),
        doubles ? "doubles" : "floats");
  }
}
