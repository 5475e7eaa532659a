package dev.rondo.processor;

import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Severity;
import dev.rondo.processor.diag.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compiler options {@code -Arondo.…}.
 *
 * @param slowPath how much it matters that a layer is computed step by step
 * @param faults what is wrong with the options
 */
record Options(Severity slowPath, List<String> faults) {
  /** {@code note}, {@code warn} or {@code error}. */
  static final String SLOW_PATH = "rondo.slowpath";

  Options {
    faults = List.copyOf(faults);
  }

  /** Reads the options; one that is wrong is a fault and has its default. */
  static Options of(Map<String, String> written) {
    String value = written.getOrDefault(SLOW_PATH, "note");
    return severity(value)
        .map(severity -> new Options(severity, List.of()))
        .orElseGet(() -> new Options(Severity.NOTE, List.of(fault(value))));
  }

  private static Optional<Severity> severity(String value) {
    return switch (value) {
      case "note" -> Optional.of(Severity.NOTE);
      case "warn" -> Optional.of(Severity.WARNING);
      case "error" -> Optional.of(Severity.ERROR);
      default -> Optional.empty();
    };
  }

  private static String fault(String value) {
    List<String> values = List.of("note", "warn", "error");
    return "[%s] The compiler option -A%s is \"%s\", but must be note, warn or error.%s"
        .formatted(
            Code.OPTION_UNKNOWN.text(),
            SLOW_PATH,
            value,
            Suggestions.closest(value, values)
                .map(" Did you mean \"%s\"?"::formatted)
                .orElse(" Change it."));
  }
}
