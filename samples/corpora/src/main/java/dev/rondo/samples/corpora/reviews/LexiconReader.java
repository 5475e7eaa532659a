package dev.rondo.samples.corpora.reviews;

import dev.rondo.samples.corpora.reviews.Section.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files of the lexicon: headings in square brackets, and entries below them. */
final class LexiconReader {

  private static final Pattern HEADING =
      Pattern.compile("\\[([a-z][a-z ]*?)( once)?(?: ([+-]))?\\]");
  private static final Pattern WEIGHT = Pattern.compile("([1-9][0-9]?)x (.*)");

  /**
   * A heading with what stands below it.
   *
   * @param name the name of the section
   * @param once whether a review keeps the first entry drawn
   * @param sentiment the sentiment that its entries are for, or empty if they serve both
   * @param entries the entries, never empty
   * @param where the file and the line of the heading
   */
  record Block(
      String name, boolean once, Optional<Verdict> sentiment, List<Entry> entries, String where) {}

  private LexiconReader() {}

  /** Reads a file that lies next to {@code index.txt}, such as {@code "domains/film.txt"}. */
  static List<Block> read(String file) {
    try (InputStream in = LexiconReader.class.getResourceAsStream("lexicon/" + file)) {
      if (in == null) {
        throw new IllegalStateException("lexicon/" + file + " is missing from the class path");
      }
      try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return parse(file, lines.lines().toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("lexicon/" + file + " cannot be read", e);
    }
  }

  /**
   * Parses the lines of a file.
   *
   * @throws IllegalStateException naming file and line, if one of them cannot be understood
   */
  static List<Block> parse(String file, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      String where = file + ":" + number;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        requireEntries(blocks);
        blocks.add(heading(line, where));
      } else if (blocks.isEmpty()) {
        throw new IllegalStateException(where + ": the first line must be a [heading]");
      } else {
        addEntries(blocks.get(blocks.size() - 1).entries(), line, where);
      }
    }
    requireEntries(blocks);
    return blocks;
  }

  private static Block heading(String line, String where) {
    Matcher matcher = HEADING.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalStateException(
          where
              + ": \""
              + line
              + "\" is not a heading; write it like [mild], [mild +], [mild -]"
              + " or [thing once]");
    }
    Optional<Verdict> sentiment =
        Optional.ofNullable(matcher.group(3))
            .map(sign -> sign.equals("+") ? Verdict.POSITIVE : Verdict.NEGATIVE);
    return new Block(
        matcher.group(1), matcher.group(2) != null, sentiment, new ArrayList<>(), where);
  }

  private static void addEntries(List<Entry> entries, String line, String where) {
    for (String text : line.split(";", -1)) {
      String entry = text.strip();
      if (entry.isEmpty()) {
        continue;
      }
      Matcher matcher = WEIGHT.matcher(entry);
      boolean weighted = matcher.matches();
      try {
        Phrase phrase = PhraseParser.parse(weighted ? matcher.group(2) : entry);
        entries.add(new Entry(phrase, weighted ? Integer.parseInt(matcher.group(1)) : 1, where));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(where + ": " + e.getMessage(), e);
      }
    }
  }

  private static void requireEntries(List<Block> blocks) {
    if (!blocks.isEmpty() && blocks.get(blocks.size() - 1).entries().isEmpty()) {
      Block last = blocks.get(blocks.size() - 1);
      throw new IllegalStateException(last.where() + ": [" + last.name() + "] has no entries");
    }
  }
}
