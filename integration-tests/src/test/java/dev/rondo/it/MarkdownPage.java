package dev.rondo.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of the documentation and its fenced blocks of code. */
final class MarkdownPage {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern SNIPPET =
      Pattern.compile(
          "^(?:<!-- given: ([^\\n]*) -->\\n)?```java\\n(.*?)^```$",
          Pattern.DOTALL | Pattern.MULTILINE);

  private final Path file;
  private final String text;

  /** Reads a page by its path from the root of the repository. */
  MarkdownPage(String path) throws IOException {
    // Maven runs the tests in the module's folder
    file = Path.of("..", path);
    text = Files.readString(file);
  }

  /**
   * A piece of Java on a page.
   *
   * @param given the parameters that it is given, said in a comment before it: {@code <!-- given:
   *     Path file -->}; null where it has none, since it declares types
   */
  record Snippet(@Nullable String given, String code) {}

  /** Returns the pieces of Java below each heading of the second level. */
  Map<String, List<Snippet>> snippets() {
    Map<String, List<Snippet>> snippets = new LinkedHashMap<>();
    for (String section : text.split("(?m)^#+ ", -1)) {
      List<Snippet> found = new ArrayList<>();
      Matcher matcher = SNIPPET.matcher(section);
      while (matcher.find()) {
        found.add(new Snippet(matcher.group(1), matcher.group(2)));
      }
      if (!found.isEmpty()) {
        snippets.put(section.lines().findFirst().orElseThrow(), found);
      }
    }
    return snippets;
  }

  /** Returns the blocks of a language, in order. */
  List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  String text() {
    return text;
  }

  void write(String newText) throws IOException {
    Files.writeString(file, newText);
  }
}
