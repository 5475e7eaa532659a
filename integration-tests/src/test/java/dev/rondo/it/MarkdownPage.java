package dev.rondo.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation and its fenced blocks of code. */
final class MarkdownPage {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private final Path file;
  private final String text;

  /** Reads a page by its path from the root of the repository. */
  MarkdownPage(String path) throws IOException {
    // Maven runs the tests in the module's folder
    file = Path.of("..", path);
    text = Files.readString(file);
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
