package dev.rondo.processor.write;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of Java on one line, and where it can be broken: only between brackets, never in a
 * literal.
 */
record Source(String text) {

  /** Returns where a string stands outside of all brackets and literals; -1 if nowhere. */
  int outside(String wanted) {
    List<Integer> places = all(wanted);
    return places.isEmpty() ? -1 : places.get(0);
  }

  /** Returns all places where a string stands outside of all brackets and literals. */
  List<Integer> all(String wanted) {
    List<Integer> places = new ArrayList<>();
    Scan scan = new Scan();
    for (int i = 0; i < text.length(); i++) {
      if (scan.depth == 0 && !scan.literal && text.startsWith(wanted, i)) {
        places.add(i);
      }
      scan.step(i);
    }
    return places;
  }

  /** Returns the parts between the commas that stand outside of all brackets and literals. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    int start = 0;
    for (int comma : all(", ")) {
      arguments.add(text.substring(start, comma));
      start = comma + 2;
    }
    arguments.add(text.substring(start));
    return arguments;
  }

  /** Returns the last opening parenthesis outside of all others; -1 if there is none. */
  int lastOpening() {
    int last = -1;
    Scan scan = new Scan();
    for (int i = 0; i < text.length(); i++) {
      if (scan.depth == 0 && !scan.literal && text.charAt(i) == '(' && closing(i) > i + 1) {
        last = i;
      }
      scan.step(i);
    }
    return last;
  }

  /** Returns the parenthesis that closes one. */
  int closing(int opening) {
    Scan scan = new Scan();
    for (int i = opening; i < text.length(); i++) {
      scan.step(i);
      if (scan.depth == 0 && !scan.literal) {
        return i;
      }
    }
    return text.length();
  }

  /** Returns how many brackets are open at the end. */
  int open() {
    Scan scan = new Scan();
    for (int i = 0; i < text.length(); i++) {
      scan.step(i);
    }
    return scan.depth;
  }

  /** Returns the places of the dots before method calls, outside of all brackets and literals. */
  List<Integer> calls() {
    return all(".").stream().filter(this::isCall).toList();
  }

  private boolean isCall(int dot) {
    int start = behindTypeArguments(dot + 1);
    int end = start;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end > start && end < text.length() && text.charAt(end) == '(' && !isNew(dot);
  }

  /** {@code of().<Reading>with(…)} is a call too. */
  private int behindTypeArguments(int start) {
    if (start >= text.length() || text.charAt(start) != '<') {
      return start;
    }
    int open = 0;
    int end = start;
    do {
      open += text.charAt(end) == '<' ? 1 : text.charAt(end) == '>' ? -1 : 0;
      end++;
    } while (open > 0 && end < text.length());
    return end;
  }

  /** In {@code new Outer.Inner(…)} the dot is part of a name. */
  private boolean isNew(int dot) {
    int start = dot;
    while (start > 0
        && (Character.isJavaIdentifierPart(text.charAt(start - 1))
            || text.charAt(start - 1) == '.')) {
      start--;
    }
    return text.startsWith("new ", start - 4);
  }

  /** Reads from left to right. */
  private final class Scan {
    private int depth;
    private int generics;
    private boolean literal;

    void step(int i) {
      char c = text.charAt(i);
      if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
        literal = !literal;
      } else if (!literal) {
        switch (c) {
          case '(', '[', '{' -> depth++;
          case ')', ']', '}' -> depth--;
          case '<' -> {
            // type arguments follow a name or a dot without a space, a comparison does not
            if (i > 0
                && (Character.isJavaIdentifierPart(text.charAt(i - 1))
                    || text.charAt(i - 1) == '.')) {
              generics++;
              depth++;
            }
          }
          case '>' -> {
            if (generics > 0 && text.charAt(i - 1) != '-') {
              generics--;
              depth--;
            }
          }
          default -> {}
        }
      }
    }
  }
}
