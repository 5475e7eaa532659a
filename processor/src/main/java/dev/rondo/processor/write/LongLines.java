package dev.rondo.processor.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks statements and headers that are longer than a line, as google-java-format does: behind the
 * equals sign, before an operator, before the dots of a chain of calls, between arguments.
 */
final class LongLines {
  static final int COLUMNS = 100;

  private static final List<String> OPERATORS = List.of(" ? ", " : ", " && ", " + ");
  private static final String DEEPER = "    ";

  private LongLines() {}

  /** Returns the lines of a statement or header that is given on one line. */
  static String broken(String line) {
    String code = line.strip();
    return String.join("\n", statement(line.substring(0, line.length() - code.length()), code));
  }

  private static List<String> statement(String indent, String code) {
    if (indent.length() + code.length() <= COLUMNS) {
      return List.of(indent + code);
    }
    int equals = new Source(code).outside(" = ");
    if (equals > 0 && !code.endsWith("{")) {
      List<String> lines = new ArrayList<>(List.of(indent + code.substring(0, equals + 2)));
      lines.addAll(expression(indent + DEEPER, code.substring(equals + 3)));
      return lines;
    }
    return expression(indent, code);
  }

  private static List<String> expression(String indent, String code) {
    if (indent.length() + code.length() <= COLUMNS) {
      return List.of(indent + code);
    }
    int arrow = new Source(code).outside(" -> ");
    if (arrow > 0) {
      List<String> lines = new ArrayList<>(List.of(indent + code.substring(0, arrow + 3)));
      lines.addAll(expression(indent + DEEPER, code.substring(arrow + 4)));
      return lines;
    }
    List<Integer> breaks = operators(code);
    if (breaks.isEmpty()) {
      breaks = chain(code);
    }
    return breaks.isEmpty() ? arguments(indent, code) : parts(indent, code, breaks);
  }

  /** Returns the places of the loosest operators; none in a header, where they are not reached. */
  private static List<Integer> operators(String code) {
    Source source = new Source(code);
    List<Integer> ternary = new ArrayList<>(source.all(OPERATORS.get(0)));
    if (!ternary.isEmpty()) {
      ternary.addAll(source.all(OPERATORS.get(1)));
      return ternary.stream().sorted().toList();
    }
    for (String operator : OPERATORS.subList(2, OPERATORS.size())) {
      List<Integer> places = source.all(operator);
      if (!places.isEmpty()) {
        return places;
      }
    }
    return List.of();
  }

  /**
   * Returns the dots of two or more calls; what a type is asked first stays with its name, and what
   * follows {@code new} is broken even if alone.
   */
  private static List<Integer> chain(String code) {
    List<Integer> calls = new Source(code).calls();
    String start = code.replaceFirst("^(return|throw) ", "");
    boolean isNew = start.startsWith("new ");
    boolean ofType = !start.isEmpty() && Character.isUpperCase(start.charAt(0));
    List<Integer> breaks = ofType && !calls.isEmpty() ? calls.subList(1, calls.size()) : calls;
    if (breaks.size() > 1 && code.startsWith(".stream()", breaks.get(0))) {
      breaks = breaks.subList(1, breaks.size());
    }
    return breaks.size() >= 2 || (!breaks.isEmpty() && (ofType || isNew)) ? breaks : List.of();
  }

  private static List<String> parts(String indent, String code, List<Integer> breaks) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    String margin = indent;
    for (int place : breaks) {
      lines.addAll(expression(margin, code.substring(start, place).strip()));
      start = place;
      margin = indent + DEEPER;
    }
    lines.addAll(arguments(margin, code.substring(start).strip()));
    return lines;
  }

  /** Breaks the arguments of the last call, or the parameters of a header. */
  private static List<String> arguments(String indent, String code) {
    Source source = new Source(code);
    int opening = source.lastOpening();
    if (indent.length() + code.length() <= COLUMNS) {
      return List.of(indent + code);
    }
    if (opening < 0) {
      return declaration(indent, code);
    }
    int closing = source.closing(opening);
    String inner = code.substring(opening + 1, closing);
    String end = code.substring(closing);
    String margin = indent + DEEPER;
    List<String> lines = new ArrayList<>(List.of(indent + code.substring(0, opening + 1)));
    if (margin.length() + inner.length() + end.length() <= COLUMNS) {
      lines.add(margin + inner + end);
      return lines;
    }
    List<String> arguments = new Source(inner).arguments();
    for (int i = 0; i < arguments.size(); i++) {
      boolean last = i == arguments.size() - 1;
      lines.addAll(expression(margin, arguments.get(i) + (last ? end : ",")));
    }
    return lines;
  }

  /** Breaks a declaration before its name; what is none stays as it is. */
  private static List<String> declaration(String indent, String code) {
    List<Integer> spaces = new Source(code).all(" ");
    if (spaces.isEmpty() || !code.endsWith(";")) {
      return List.of(indent + code);
    }
    int name = spaces.get(spaces.size() - 1);
    return List.of(indent + code.substring(0, name), indent + DEEPER + code.substring(name + 1));
  }
}
