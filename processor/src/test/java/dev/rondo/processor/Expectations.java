package dev.rondo.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The errors that a source file expects, written as comments in it.
 *
 * <p>{@code // error at 8: TEXT} stands behind the line of the error, 8 being the column. Lines
 * below it that begin with {@code //|} continue the text; one that begins with {@code //& error at
 * 3: } is one more error on the same line.
 */
final class Expectations {
  private static final Pattern START = Pattern.compile("//&? error at (\\d+): (.*)$");
  private static final String CONTINUED = "//|";

  private Expectations() {}

  /** Returns the errors as {@code LINE:COLUMN TEXT}. */
  static List<String> in(Path source) {
    List<String> errors = new ArrayList<>();
    List<String> lines = lines(source);
    int line = 0;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i);
      Matcher start = START.matcher(text);
      if (start.find()) {
        line = text.startsWith("//&") ? line : i + 1;
        errors.add(line + ":" + start.group(1) + " " + start.group(2));
      } else if (text.startsWith(CONTINUED)) {
        int last = errors.size() - 1;
        errors.set(last, errors.get(last) + "\n" + text.substring(CONTINUED.length()));
      }
    }
    return errors;
  }

  private static List<String> lines(Path source) {
    try {
      return Files.readAllLines(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
