package dev.rondo.samples.corpora.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of the grammar, read from {@code lexicon/}; its notation is explained there. */
final class Lexicon {
  /** Where a sentence begins. */
  static final String SENTENCE = "sentence";

  private static final List<String> FILES = List.of("sentences.txt", "names.txt");
  private static final Pattern HEADING = Pattern.compile("\\[([^]=]+?)(?: = ([A-Z]+))?\\]");
  private static final Pattern WEIGHT = Pattern.compile("(\\d)x (.*)");
  private static final Pattern CHOICE = Pattern.compile("\\(([^()]*)\\)");

  private final Map<String, Section> sections = new LinkedHashMap<>();

  private Lexicon() {}

  /**
   * Reads the sections.
   *
   * @throws IllegalStateException naming file and line, if one is malformed or missing
   */
  static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    for (String file : FILES) {
      lexicon.read(file, lines(file));
    }
    lexicon.checkWhole();
    return lexicon;
  }

  /** Reads sections from lines, for tests. */
  static Lexicon of(List<String> lines) {
    Lexicon lexicon = new Lexicon();
    lexicon.read("lines", lines);
    lexicon.checkWhole();
    return lexicon;
  }

  private static List<String> lines(String file) {
    try (InputStream stream =
            Objects.requireNonNull(Lexicon.class.getResourceAsStream("lexicon/" + file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Section section(String name) {
    return Objects.requireNonNull(sections.get(name), name);
  }

  /** Returns the names of all sections, those of alternatives included. */
  List<String> names() {
    return List.copyOf(sections.keySet());
  }

  private void read(String file, List<String> lines) {
    Section section = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        section = new Section(Objects.requireNonNullElse(heading.group(2), ""));
        if (sections.put(heading.group(1), section) != null) {
          throw wrong(file, i, "section \"" + heading.group(1) + "\" is there twice");
        }
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        if (section == null) {
          throw wrong(file, i, "expected a section like [person = PERSON] first");
        }
        try {
          addAll(section, line);
        } catch (IllegalArgumentException e) {
          throw wrong(file, i, String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private void addAll(Section section, String line) {
    for (String phrase : line.split(";", -1)) {
      if (!phrase.isBlank()) {
        Matcher weight = WEIGHT.matcher(phrase.strip());
        boolean weighted = weight.matches();
        section.add(
            weighted ? Integer.parseInt(weight.group(1)) : 1,
            Phrase.parse(withoutChoices(weighted ? weight.group(2) : phrase.strip())));
      }
    }
  }

  /**
   * Makes a section of each choice, the innermost first. A space at the edge of an alternative
   * parts it from what stands beside the choice.
   */
  private String withoutChoices(String phrase) {
    String rest = phrase;
    for (Matcher choice = CHOICE.matcher(rest); choice.find(); choice = CHOICE.matcher(rest)) {
      Section alternatives = new Section("");
      int before = 0;
      int behind = 0;
      for (String alternative : choice.group(1).split("\\|", -1)) {
        alternatives.add(1, Phrase.parse(alternative));
        before |= alternative.startsWith(" ") ? 1 : 0;
        behind |= alternative.endsWith(" ") ? 1 : 0;
      }
      String name = "#" + sections.size();
      sections.put(name, alternatives);
      String slot = " ".repeat(before) + "{" + name + "}" + " ".repeat(behind);
      rest = rest.substring(0, choice.start()) + slot + rest.substring(choice.end());
    }
    if (rest.contains("(") || rest.contains(")")) {
      throw new IllegalArgumentException("a bracket has no other in \"" + phrase + "\"");
    }
    return rest;
  }

  private void checkWhole() {
    sections.forEach(
        (name, section) -> {
          if (section.phrases().isEmpty()) {
            throw new IllegalStateException("section \"" + name + "\" has no phrases");
          }
          for (Phrase phrase : section.phrases()) {
            for (String needed : phrase.sections()) {
              if (!sections.containsKey(needed)) {
                throw new IllegalStateException(
                    "section \"%s\" needs \"%s\", which is not there".formatted(name, needed));
              }
            }
          }
        });
  }

  private static IllegalStateException wrong(String file, int line, String problem) {
    return new IllegalStateException(file + ":" + (line + 1) + ": " + problem);
  }
}
