package dev.rondo.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lays source out as people do where JavaPoet cannot: short Javadoc on one line, fields without
 * gaps, statements broken where people break them, and no line of more than 100 columns but the
 * rows of tables.
 */
final class Layout {
  private static final Pattern CLASS_HEADER =
      Pattern.compile("^(?:public )?(?:abstract |final )?class .*");

  /** Of a record that is nothing but its components. */
  private static final Pattern EMPTY_BODY = Pattern.compile("(?<=\\) )\\{\n}(?=\n)");

  private static final Pattern STATIC = Pattern.compile("\\bstatic\\b");
  private static final Pattern CONSTANT = Pattern.compile(" +[A-Z][A-Z0-9_]*,");

  private Layout() {}

  static String of(String source) {
    return EMPTY_BODY.matcher(statements(lines(source))).replaceAll("{}");
  }

  /** Returns the lines, with Javadoc of one sentence on one line and without gaps in fields. */
  private static List<String> lines(String source) {
    String[] all = source.split("\n", -1);
    List<String> lines = new ArrayList<>(all.length);
    for (int i = 0; i < all.length; i++) {
      Optional<String> sentence = i + 2 < all.length ? sentence(all, i) : Optional.empty();
      if (sentence.isPresent()) {
        lines.add(sentence.get());
        i += 2;
      } else if (!isGap(all, i)) {
        lines.add(all[i]);
      }
    }
    return lines;
  }

  /** Returns Javadoc that begins at a line, if it is one sentence that fits into a line. */
  private static Optional<String> sentence(String[] lines, int start) {
    if (!lines[start].endsWith("/**")) {
      return Optional.empty();
    }
    String indent = lines[start].substring(0, lines[start].length() - 3);
    String star = indent + " * ";
    if (!indent.isBlank()
        || !lines[start + 1].startsWith(star)
        || !lines[start + 2].equals(indent + " */")) {
      return Optional.empty();
    }
    String line = indent + "/** " + lines[start + 1].substring(star.length()) + " */";
    return Optional.of(line).filter(joined -> joined.length() <= LongLines.COLUMNS);
  }

  private static boolean isGap(String[] lines, int i) {
    return lines[i].isEmpty()
        && i > 0
        && i + 1 < lines.length
        && isField(lines[i - 1])
        && isField(lines[i + 1]);
  }

  /** Returns whether a line is a field; constants that are made by calls stand apart. */
  private static boolean isField(String line) {
    if (!line.startsWith("  ")
        || line.length() < 4
        || !Character.isLetter(line.charAt(2))
        || !line.endsWith(";")) {
      return false;
    }
    int opening = line.indexOf('(');
    int equals = line.indexOf(" = ");
    return opening < 0
        || (equals > 0 && equals < opening && !STATIC.matcher(line.substring(0, equals)).find());
  }

  /** Puts each statement on one line and breaks it again if it is too long. */
  private static String statements(List<String> lines) {
    StringBuilder result = new StringBuilder();
    List<String> open = new ArrayList<>();
    boolean behindConstant = false;
    for (String line : lines) {
      if (behindConstant && line.isBlank()) {
        continue;
      }
      behindConstant = false;
      if (open.isEmpty() && stands(line)) {
        result.append(prose(line)).append('\n');
        continue;
      }
      if (open.isEmpty() && isLaidOut(line)) {
        result.append(line).append('\n');
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

  /** Most statements are on one line from the start. */
  private static boolean isLaidOut(String line) {
    return line.length() <= LongLines.COLUMNS && isWhole(line, List.of(line));
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
