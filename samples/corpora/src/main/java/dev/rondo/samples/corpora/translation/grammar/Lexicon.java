package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.Adjective.Position;
import dev.rondo.samples.corpora.translation.grammar.LexiconFile.Row;
import dev.rondo.samples.corpora.translation.grammar.Verb.Aspect;
import dev.rondo.samples.corpora.translation.grammar.Verb.Frame;
import dev.rondo.samples.corpora.translation.grammar.Verb.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All words of the grammar, read from the resources under {@code lexicon/}. */
final class Lexicon {

  /**
   * A city or a country.
   *
   * @param in "in London", "à Londres"
   * @param to "to London"
   * @param from "from London", "de Londres"
   * @param object "London" as something one visits: "Londres", "le Japon"
   * @param country whether it is a country
   */
  record Place(Phrase in, Phrase to, Phrase from, Phrase object, boolean country) {}

  /** A profession, whose four French forms follow the person. */
  record Profession(Noun noun, List<FrenchWord> forms) {}

  private final NounClasses nouns;
  private final Map<String, List<Noun>> chosen = new HashMap<>();
  private final List<Verb> verbs;
  private final List<Adjective> adjectives;
  private final List<Profession> professions;
  private final List<Place> places;
  private final List<Expression> names;
  private final Map<String, List<Phrase>> phrases = new LinkedHashMap<>();
  private final List<Phrase> numbers;

  private Lexicon() {
    professions = LexiconFile.read("professions.txt", 7, Lexicon::profession);
    nouns =
        new NounClasses(
            Stream.concat(
                    LexiconFile.read("nouns.txt", 5, Lexicon::noun).stream(),
                    professions.stream().map(Profession::noun))
                .toList());
    LexiconFile.read("groups.txt", 1, nouns::addGroup);
    verbs = LexiconFile.read("verbs.txt", 8, this::verb);
    adjectives = LexiconFile.read("adjectives.txt", 8, this::adjective);
    places =
        Stream.concat(
                LexiconFile.read("cities.txt", 2, Lexicon::city).stream(),
                LexiconFile.read("countries.txt", 3, Lexicon::country).stream())
            .toList();
    names =
        LexiconFile.read(
            "names.txt",
            2,
            row -> Expression.name(row.get(0), Gender.parse(row.get(1)), row.get(1).endsWith("*")));
    numbers = LexiconFile.read("numbers.txt", 2, row -> Phrase.of(row.get(0), row.get(1)));
    for (String file : List.of("times.txt", "phrases.txt")) {
      for (Row row : LexiconFile.read(file, 2, row -> row)) {
        phrases
            .computeIfAbsent(row.section(), section -> new ArrayList<>())
            .add(Phrase.of(row.get(0), row.get(1)));
      }
    }
  }

  /**
   * Reads the lexicon.
   *
   * @throws IllegalStateException naming file and line, if a file is malformed
   */
  static Lexicon load() {
    return new Lexicon();
  }

  /** The nouns of classes, groups and single names: see {@code groups.txt}. */
  List<Noun> nouns(String names) {
    return chosen.computeIfAbsent(names, wanted -> List.copyOf(nouns.find(wanted)));
  }

  List<Verb> verbs() {
    return verbs;
  }

  /** The verb of this English base and kind of frame. */
  Verb verb(String english, Kind kind) {
    return verbs.stream()
        .filter(verb -> verb.english().base().equals(english))
        .filter(verb -> verb.frames().stream().anyMatch(frame -> frame.kind() == kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("verbs.txt: no " + english + " as " + kind));
  }

  /** The reflexive verb of this French infinitive, without "se". */
  Verb reflexive(String french) {
    return verbs.stream()
        .filter(verb -> verb.french().reflexive() && verb.french().infinitive().equals(french))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("verbs.txt: no reflexive " + french));
  }

  List<Adjective> adjectives() {
    return adjectives;
  }

  List<Profession> professions() {
    return professions;
  }

  List<Place> places() {
    return places;
  }

  List<Expression> names() {
    return names;
  }

  List<Phrase> numbers() {
    return numbers;
  }

  /** The phrases of a section of {@code times.txt} or {@code phrases.txt}. */
  List<Phrase> phrases(String section) {
    List<Phrase> entries = phrases.get(section);
    if (entries == null) {
      throw new IllegalStateException("times.txt, phrases.txt: [" + section + "] is missing");
    }
    return entries;
  }

  private static Noun noun(Row row) {
    return new Noun(
        row.section(),
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(3),
        Gender.parse(row.get(4)),
        row.get(4).endsWith("*"));
  }

  private static Profession profession(Row row) {
    Gender gender = Gender.parse(row.get(6));
    int column = gender == Gender.FEMININE ? 4 : 2;
    Noun noun =
        new Noun(
            "profession",
            row.get(0),
            row.get(1),
            row.get(column),
            row.get(column + 1),
            gender,
            row.get(6).endsWith("*"));
    List<FrenchWord> forms = Stream.of(2, 4, 3, 5).map(row::get).map(FrenchWord::word).toList();
    return new Profession(noun, forms);
  }

  private Verb verb(Row row) {
    String[] english = row.get(0).split(" \\+ ", -1);
    String[] forms = english[0].split(" ", -1);
    String[] present = row.get(2).split(" ", -1);
    if (forms.length != 5 || present.length != 6) {
      throw row.error("expected 5 English forms and 6 of the French present");
    }
    List<Frame> frames = Arrays.stream(row.get(7).split(" ; ", -1)).map(this::frame).toList();
    boolean reflexive = frames.get(0).kind() == Kind.REFLEXIVE;
    return new Verb(
        new EnglishVerb(
            forms[0],
            forms[1],
            forms[2],
            forms[3],
            forms[4],
            Phrase.english(english.length > 1 ? english[1] : "")),
        new FrenchVerb(
            row.get(1),
            List.of(present),
            row.get(3),
            row.get(4).equals("être"),
            row.get(5),
            reflexive),
        Aspect.valueOf(row.get(6).toUpperCase(Locale.ROOT)),
        frames);
  }

  private Frame frame(String text) {
    String[] parts = text.split(" ", 2);
    return new Frame(
        Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        parts.length > 1 ? nouns.find(parts[1]) : Set.of());
  }

  private Adjective adjective(Row row) {
    String[] masculine = row.get(2).split("/", -1);
    return new Adjective(
        row.get(0),
        row.get(1),
        FrenchWord.alternating(masculine[0], masculine[masculine.length - 1]),
        FrenchWord.word(row.get(3)),
        FrenchWord.word(row.get(4)),
        FrenchWord.word(row.get(5)),
        Position.valueOf(row.get(6).toUpperCase(Locale.ROOT)),
        nouns.find(row.get(7)));
  }

  private static Place city(Row row) {
    return new Place(
        Phrase.of("in " + row.get(0), "à " + row.get(1)),
        Phrase.of("to " + row.get(0), "à " + row.get(1)),
        Phrase.of("from " + row.get(0), "de " + row.get(1)),
        Phrase.of(row.get(0), row.get(1)),
        false);
  }

  private static Place country(Row row) {
    String in =
        switch (row.get(2)) {
          case "f" -> "en ";
          case "m" -> "au ";
          case "p" -> "aux ";
          default -> throw row.error("the last column of a country is f, m or p");
        };
    String from = in.equals("en ") ? "de " : in.equals("au ") ? "du " : "des ";
    String article = in.equals("en ") ? "la " : in.equals("au ") ? "le " : "les ";
    return new Place(
        Phrase.of("in " + row.get(0), in + row.get(1)),
        Phrase.of("to " + row.get(0), in + row.get(1)),
        Phrase.of("from " + row.get(0), from + row.get(1)),
        Phrase.of(row.get(0), article + row.get(1)),
        true);
  }
}
