package dev.rondo.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays source out as people do where JavaPoet cannot: short Javadoc on one line, fields without
 * gaps, and no line of more than 100 columns because of a long class header or parameter list.
 */
final class Layout {
  private static final int COLUMNS = 100;

  private static final Pattern ONE_SENTENCE =
      Pattern.compile("(?m)^( *)/\\*\\*\\n\\1 \\* (.*)\\n\\1 \\*/$");
  private static final String FIELD = "  [A-Za-z][^\\n(]*;\\n";
  private static final Pattern GAP = Pattern.compile("(?m)(^" + FIELD + ")\\n(?=" + FIELD + ")");
  private static final Pattern CONSTANT =
      Pattern.compile("(?m)^(  private static final [^=\\n]* =) ([^\\n]*;)$");
  private static final Pattern CLASS_HEADER = Pattern.compile("(?m)^[a-z ]*class .* \\{$");
  private static final Pattern METHOD_HEADER =
      Pattern.compile("(?m)^( *)([^\\n*=(]+\\()([^()=;{]*)(\\) \\{|\\);)$");

  private static final Pattern STREAM =
      Pattern.compile("(?m)^( *)(.*\\.stream\\(\\))(\\.map\\(.*\\))(\\.toList\\(\\);)$");
  private static final Pattern LAYER = Pattern.compile("(?m)^( *)add\\((new \\w+\\()(.*\\)\\);)$");

  private Layout() {}

  static String of(String source) {
    String oneLiners = ONE_SENTENCE.matcher(source).replaceAll(Layout::onOneLine);
    String fields = GAP.matcher(oneLiners).replaceAll("$1");
    String constants = CONSTANT.matcher(fields).replaceAll(Layout::constant);
    String classes = CLASS_HEADER.matcher(constants).replaceAll(Layout::classHeader);
    String methods = METHOD_HEADER.matcher(classes).replaceAll(Layout::methodHeader);
    String streams = STREAM.matcher(methods).replaceAll(Layout::stream);
    return LAYER.matcher(streams).replaceAll(Layout::layer);
  }

  private static String onOneLine(MatchResult javadoc) {
    String line = javadoc.group(1) + "/** " + javadoc.group(2) + " */";
    return literal(line.length() <= COLUMNS ? line : javadoc.group());
  }

  private static String constant(MatchResult field) {
    return literal(
        field.group().length() <= COLUMNS
            ? field.group()
            : field.group(1) + "\n      " + field.group(2));
  }

  private static String classHeader(MatchResult header) {
    String line = header.group();
    if (line.length() <= COLUMNS) {
      return literal(line);
    }
    String broken =
        line.replace(" extends ", "\n    extends ").replace(" implements ", "\n    implements ");
    boolean fits = broken.lines().allMatch(part -> part.length() <= COLUMNS);
    return literal(fits ? broken : broken.replace("<", "<\n        ").replace(", ", ",\n        "));
  }

  private static String methodHeader(MatchResult header) {
    String indent = header.group(1);
    List<String> parameters = parameters(header.group(3));
    String start = indent + header.group(2);
    String end = header.group(4);
    String oneLine = start + String.join(", ", parameters) + end;
    if (oneLine.length() <= COLUMNS) {
      return literal(oneLine);
    }
    String next = "\n" + indent + "    ";
    String oneLineEach = start + next + String.join("," + next, parameters) + end;
    String second = next.substring(1) + String.join(", ", parameters) + end;
    return literal(second.length() <= COLUMNS ? start + "\n" + second : oneLineEach);
  }

  private static String stream(MatchResult chain) {
    String next = "\n" + chain.group(1) + "    ";
    return literal(
        chain.group().length() <= COLUMNS
            ? chain.group()
            : chain.group(1) + chain.group(2) + next + chain.group(3) + next + chain.group(4));
  }

  private static String layer(MatchResult added) {
    String next = "\n" + added.group(1) + "    ";
    return literal(
        added.group().length() <= COLUMNS
            ? added.group()
            : added.group(1) + "add(" + next + added.group(2) + next + "    " + added.group(3));
  }

  /** Splits at the commas that are not between type arguments. */
  private static List<String> parameters(String list) {
    List<String> parameters = new ArrayList<>();
    StringBuilder parameter = new StringBuilder();
    int depth = 0;
    for (char c : list.replaceAll("\\s+", " ").toCharArray()) {
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parameters.add(parameter.toString().strip());
        parameter.setLength(0);
      } else {
        parameter.append(c);
      }
    }
    parameters.add(parameter.toString().strip());
    return parameters;
  }

  private static String literal(String text) {
    return Matcher.quoteReplacement(text);
  }
}
