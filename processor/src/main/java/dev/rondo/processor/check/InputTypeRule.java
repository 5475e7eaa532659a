package dev.rondo.processor.check;

import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inputs are of supported types, and never null. */
final class InputTypeRule implements Rule {
  private static final List<String> NAMES = List.of("String", "List<String>", "String[]");
  private static final Map<String, String> ALTERNATIVES =
      Map.of(
          "CharSequence", "String",
          "StringBuilder", "String",
          "char[]", "String",
          "Optional<String>", "String",
          "Collection<String>", "List<String>",
          "Iterable<String>", "List<String>",
          "Set<String>", "List<String>",
          "Stream<String>", "List<String>");

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (DeclaredParameter parameter : subject.parameters()) {
      if (!(parameter.type().isText() || parameter.type().isTokens())) {
        String type = parameter.type().text();
        Optional<String> meant =
            Optional.ofNullable(ALTERNATIVES.get(type))
                .or(() -> Suggestions.closest(type, NAMES))
                .filter(name -> !name.equals(type));
        diagnostics.error(
            Code.INPUT_TYPE_UNSUPPORTED,
            parameter.origin(),
            "\"%s\" is of type %s, which is no supported input.%s Use one of: %s."
                .formatted(
                    parameter.name(),
                    type,
                    meant.map(name -> " Did you mean " + name + "?").orElse(""),
                    String.join(", ", NAMES)));
      } else if (parameter.nullable()) {
        diagnostics.error(
            Code.NULLABLE_INPUT,
            parameter.origin(),
            "\"%s\" is @Nullable, but missing values are not supported yet. Remove @Nullable."
                .formatted(parameter.name()));
      }
    }
  }
}
