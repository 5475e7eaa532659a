package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which fields of a row are read.
 *
 * @param numbers of the fields, from 0, in the order that they are asked for
 * @param names of all columns; empty if they have none
 * @param id the number of the field that numbers the words, from 0; -1 if there is none
 */
record ConllFields(List<Integer> numbers, List<String> names, int id) {
  private static final List<String> CONLLU =
      List.of("ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC");

  /** The first line of a file of CoNLL-U Plus. */
  private static final Pattern GLOBAL = Pattern.compile("#\\s*global\\.columns\\s*=\\s*(.*)");

  private static final Pattern UNIVERSAL =
      Pattern.compile(".*\\.conllup?(\\.gz)?", Pattern.CASE_INSENSITIVE);

  /**
   * Finds the fields.
   *
   * @param firstLine of the file
   * @throws ExampleFileException if there is no such column
   */
  static ConllFields of(Path file, String firstLine, Conll conll) {
    Matcher global = GLOBAL.matcher(firstLine.strip());
    boolean universal =
        global.matches()
            || !conll.names().isEmpty()
            || UNIVERSAL.matcher(file.toString()).matches();
    if (!universal) {
      return new ConllFields(fromZero(conll), List.of(), -1);
    }
    List<String> names =
        global.matches() ? Arrays.asList(global.group(1).strip().split("\\s+")) : CONLLU;
    List<Integer> numbers = new ArrayList<>(fromZero(conll));
    for (String name : conll.names()) {
      numbers.add(find(file, names, name));
    }
    return new ConllFields(numbers, names, indexOf(names, "ID"));
  }

  private static List<Integer> fromZero(Conll conll) {
    return conll.numbers().stream().map(number -> number - 1).toList();
  }

  private static int find(Path file, List<String> names, String name) {
    int found = indexOf(names, name);
    if (found < 0) {
      throw new ExampleFileException(
          "\"%s\" has no column \"%s\", only %s.%s"
              .formatted(file, name, Wording.list(names), Wording.didYouMean(name, names)));
    }
    return found;
  }

  private static int indexOf(List<String> names, String name) {
    return names.stream()
        .map(known -> known.toUpperCase(Locale.ROOT))
        .toList()
        .indexOf(name.toUpperCase(Locale.ROOT));
  }

  /** Returns whether lines that begin with a number sign are comments wherever they are. */
  boolean universal() {
    return !names.isEmpty();
  }

  /** Returns how many fields a row has to have for all to be there. */
  int fewest() {
    return numbers.stream().mapToInt(number -> number + 1).max().orElse(1);
  }

  /** Returns what a field is called, for an error: {@code column 4 (UPOS)}. */
  String describe(int asked, String otherwise) {
    int number = numbers.get(asked);
    return "column %s (%s)"
        .formatted(number + 1, number < names.size() ? names.get(number) : otherwise);
  }
}
