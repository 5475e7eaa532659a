package dev.rondo.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays source out as people do where JavaPoet cannot: short Javadoc on one line, fields without
 * gaps, statements broken where people break them, and no line of more than 100 columns but the
 * rows of tables.
 */
final class Layout {
  private static final Pattern ONE_SENTENCE =
      Pattern.compile("(?m)^( *)/\\*\\*\\n\\1 \\* (.*)\\n\\1 \\*/$");
  private static final String FIELD =
      "  (?:[A-Za-z][^\\n(]*|(?![^\\n=]*\\bstatic\\b)[A-Za-z][^\\n(]* = [^\\n]*);\\n";
  private static final Pattern GAP = Pattern.compile("(?m)(^" + FIELD + ")\\n(?=" + FIELD + ")");
  private static final Pattern CLASS_HEADER =
      Pattern.compile("^(?:public )?(?:abstract |final )?class .*");

  private static final Pattern CONSTANT = Pattern.compile(" +[A-Z][A-Z0-9_]*,");

  private Layout() {}

  static String of(String source) {
    String oneLiners = ONE_SENTENCE.matcher(source).replaceAll(Layout::onOneLine);
    return statements(GAP.matcher(oneLiners).replaceAll("$1"));
  }

  private static String onOneLine(MatchResult javadoc) {
    String line = javadoc.group(1) + "/** " + javadoc.group(2) + " */";
    return Matcher.quoteReplacement(line.length() <= LongLines.COLUMNS ? line : javadoc.group());
  }

  /** Puts each statement on one line and breaks it again if it is too long. */
  private static String statements(String source) {
    StringBuilder result = new StringBuilder();
    List<String> open = new ArrayList<>();
    boolean behindConstant = false;
    for (String line : source.split("\n", -1)) {
      if (behindConstant && line.isBlank()) {
        continue;
      }
      behindConstant = false;
      if (open.isEmpty() && stands(line)) {
        result.append(prose(line)).append('\n');
        continue;
      }
      open.add(line);
      boolean block = line.endsWith("-> {");
      behindConstant = isConstant(line, open);
      if (block || behindConstant || isWhole(line, open)) {
        result.append(block ? String.join("\n", open) : laidOut(open)).append('\n');
        open.clear();
      }
    }
    open.forEach(line -> result.append(line).append('\n'));
    return result.substring(0, result.length() - 1);
  }

  /** Returns whether a line is no part of a statement. */
  private static boolean stands(String line) {
    String code = line.strip();
    return code.isEmpty()
        || code.startsWith("*")
        || code.startsWith("/")
        || code.startsWith("@")
        || code.startsWith("}")
        || code.startsWith("import ")
        || code.startsWith("package ");
  }

  private static boolean isWhole(String line, List<String> open) {
    // the brace that opens a block is the last character
    return (line.endsWith(";") && new Source(joined(open)).open() == 0)
        || (line.endsWith("{") && new Source(joined(open)).open() == 1);
  }

  /** Constants of an enum stand below each other, without gaps. */
  private static boolean isConstant(String line, List<String> open) {
    return open.size() == 1 && CONSTANT.matcher(line).matches();
  }

  private static String joined(List<String> lines) {
    StringBuilder joined = new StringBuilder(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      String next = line.strip();
      boolean tight = joined.charAt(joined.length() - 1) == '(' || next.startsWith(".");
      joined.append(tight ? "" : " ").append(next);
    }
    return joined.toString();
  }

  private static String laidOut(List<String> lines) {
    String line = joined(lines);
    if (CLASS_HEADER.matcher(line).matches()) {
      return classHeader(line);
    }
    return keepsBreaks(line) ? String.join("\n", lines) : LongLines.broken(line);
  }

  /** Several resources of one try stand below each other, and so do the calls of a builder. */
  private static boolean keepsBreaks(String line) {
    return (line.contains("try (") && line.contains("; ")) || line.contains(".builder().");
  }

  private static String classHeader(String line) {
    if (line.length() <= LongLines.COLUMNS) {
      return line;
    }
    String broken =
        line.replace(" extends ", "\n    extends ").replace(" implements ", "\n    implements ");
    boolean fits = broken.lines().allMatch(part -> part.length() <= LongLines.COLUMNS);
    return fits ? broken : broken.replace("<", "<\n        ").replace(", ", ",\n        ");
  }

  /** Breaks lines of Javadoc between words; rows of tables stay whole. */
  private static String prose(String line) {
    String rest = line;
    if (!rest.strip().startsWith("* ") || rest.contains("<tr>")) {
      return line;
    }
    String start = rest.substring(0, rest.indexOf('*') + 2);
    StringBuilder result = new StringBuilder();
    String margin = rest.startsWith("@", start.length()) ? start + "    " : start;
    while (rest.length() > LongLines.COLUMNS
        && rest.lastIndexOf(' ', LongLines.COLUMNS) > margin.length()) {
      int space = rest.lastIndexOf(' ', LongLines.COLUMNS);
      result.append(rest, 0, space).append('\n');
      rest = margin + rest.substring(space + 1);
    }
    return result.append(rest).toString();
  }
}
