package dev.rondo.processor.check;

import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import java.util.Map;
import java.util.Optional;

/** The output is of a supported type that generated code can use. */
final class OutputTypeRule implements Rule {
  private static final String SUPPORTED =
      "an enum, boolean, Prediction of an enum, Prediction<Boolean>";
  private static final Map<String, String> ALTERNATIVES =
      Map.of("Boolean", "boolean", "Prediction<boolean>", "Prediction<Boolean>");

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject
        .model()
        .method()
        .filter(method -> !subject.isLanguageModel() && !subject.isTranslation())
        .ifPresent(method -> check(method, method.returns(), diagnostics));
  }

  private static void check(DeclaredMethod method, DeclaredType type, Diagnostics diagnostics) {
    if (type instanceof DeclaredType.Nothing) {
      diagnostics.error(
          Code.NO_OUTPUT,
          method.origin(),
          "\"%s\" returns nothing, but a model needs an output. Return one of: %s."
              .formatted(method.name(), SUPPORTED));
    } else if (type instanceof DeclaredType.Record) {
      diagnostics.error(
          Code.SEVERAL_OUTPUTS,
          method.origin(),
          "\"%s\" returns the record %s, but several outputs are not supported yet. Return one"
                  .formatted(method.name(), type.text())
              + " of: %s.".formatted(SUPPORTED));
    } else if (type.isText()) {
      diagnostics.error(
          Code.OUTPUT_TYPE_UNSUPPORTED,
          method.origin(),
          "\"%s\" returns String, but does not say what text that is. Write @LanguageModel on it to continue a"
                  .formatted(method.name())
              + " text, @EncoderDecoder to translate one, or return one of: %s."
                  .formatted(SUPPORTED));
    } else if (type instanceof DeclaredType.Enumeration constants) {
      checkEnum(method, constants, diagnostics);
    } else if (type instanceof DeclaredType.Scored scored
        && scored.answer() instanceof DeclaredType.Enumeration constants) {
      checkEnum(method, constants, diagnostics);
    } else if (!isFlag(type)) {
      diagnostics.error(
          Code.OUTPUT_TYPE_UNSUPPORTED,
          method.origin(),
          "\"%s\" returns %s, which is no supported output.%s Return one of: %s."
              .formatted(method.name(), type.text(), suggestion(type), SUPPORTED));
    }
  }

  private static boolean isFlag(DeclaredType type) {
    return type instanceof DeclaredType.Scored scored
        ? scored.answer() instanceof DeclaredType.Flag
        : type instanceof DeclaredType.Flag flag && !flag.boxed();
  }

  private static String suggestion(DeclaredType type) {
    return Optional.ofNullable(ALTERNATIVES.get(type.text()))
        .map(name -> " Did you mean " + name + "?")
        .orElse("");
  }

  private static void checkEnum(
      DeclaredMethod method, DeclaredType.Enumeration type, Diagnostics diagnostics) {
    String name = type.type().simpleName();
    if (!type.accessible()) {
      diagnostics.error(
          Code.TYPE_INACCESSIBLE,
          method.origin(),
          "\"%s\" returns %s, which generated classes in the model's package cannot access. Remove"
                  .formatted(method.name(), name)
              + " private from it and from the types around it, or make them public.");
    }
    if (type.constants() < 2) {
      diagnostics.error(
          Code.TOO_FEW_CONSTANTS,
          method.origin(),
          "\"%s\" returns %s, which has %s, but a choice needs at least 2. Add constants."
              .formatted(
                  method.name(), name, type.constants() == 0 ? "no constants" : "1 constant"));
    }
  }
}
