package dev.rondo.samples.corpora.names;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in their order, each of parts that are written without a space between them.
 *
 * @param words each with its parts; none for a phrase of nothing
 */
record Phrase(List<List<Part>> words) {
  private static final Pattern PART = Pattern.compile("\\{([^{}]+)\\}|[^{}&]+");
  private static final Pattern WORD = Pattern.compile("(?:\\{[^{}]*\\}|[^\\s{}])+");

  /** A part of a word. */
  sealed interface Part {}

  /** What is written as it is. */
  record Text(String text) implements Part {}

  /** What stands for a phrase of a section: a whole word, or several, or a part of one. */
  record Slot(String section) implements Part {}

  /** Takes a phrase apart whose alternatives are sections already. */
  static Phrase parse(String text) {
    List<List<Part>> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group().equals("&") ? List.of(new Text("&")) : parts(word.group()));
    }
    return new Phrase(List.copyOf(words));
  }

  private static List<Part> parts(String word) {
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(word.replace("<<", "(").replace(">>", ")"));
    while (part.find()) {
      String section = part.group(1);
      parts.add(section == null ? new Text(part.group()) : new Slot(section));
    }
    return List.copyOf(parts);
  }

  /** Returns the sections that it needs. */
  List<String> sections() {
    return words.stream()
        .flatMap(List::stream)
        .flatMap(
            part ->
                part instanceof Slot slot
                    ? List.of(slot.section()).stream()
                    : List.<String>of().stream())
        .toList();
  }
}
