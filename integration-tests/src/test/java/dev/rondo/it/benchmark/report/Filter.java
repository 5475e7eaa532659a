package dev.rondo.it.benchmark.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Accepts what contains a match of any of some regular expressions; all, if there are none. */
final class Filter {
  private final List<Pattern> patterns;

  /**
   * Creates a filter.
   *
   * @throws PatternSyntaxException if one is no regular expression
   */
  Filter(List<String> expressions) {
    patterns =
        expressions.stream()
            .map(expression -> Pattern.compile(expression, Pattern.CASE_INSENSITIVE))
            .toList();
  }

  boolean accepts(String name) {
    return patterns.isEmpty()
        || patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
  }
}
