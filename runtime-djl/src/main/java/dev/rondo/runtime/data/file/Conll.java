package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says that a file is a tagged corpus, with one token a row, and which columns are read: those of
 * the inputs, in their order, then those of the answers.
 *
 * <pre>{@code
 * List<TaggerExample> names = TaggerExample.read(Path.of("eng.train"), Conll.conll2003());
 * List<TaggerExample> parts =
 *     TaggerExample.read(Path.of("en_ewt-ud-train.conllu"), Conll.columns("FORM", "UPOS"));
 * }</pre>
 *
 * <p>Fields are separated by tabs if the first row has one, else by white space. A blank line ends
 * a sentence, and so does the end of the file. Rows that begin with {@code -DOCSTART-} are left
 * out.
 *
 * <p>A file called {@code .conllu} or {@code .conllup}, perhaps with {@code .gz} behind it, and any
 * file whose columns are given by name, is read as of <a
 * href="https://universaldependencies.org/format.html">CoNLL-U</a>: its columns are ID, FORM,
 * LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS and MISC, or those that the first line says, {@code
 * # global.columns = ID FORM UPOS}. Lines that begin with {@code #} are comments there. Rows whose
 * ID is a range of words ({@code 3-4}) or an empty node ({@code 8.1}) are left out, and the others
 * are numbered from 1 in each sentence.
 *
 * <p>In other files a line between two sentences is a comment if it begins with {@code #} and a
 * space, and is no row: it has no tab where the rows have, or another number of fields, or a {@code
 * =} that stands alone.
 *
 * <p>Tags that are constants of an enum are found by name, ignoring case, each {@code -} and {@code
 * :} read as {@code _}: {@code B-PER} is {@code B_PER}, {@code nsubj:pass} is {@code NSUBJ_PASS}.
 *
 * <p>Where the constants are tags of names, {@code B_X}, {@code I_X} and {@code O} (BIO) or with
 * {@code E_X} and {@code S_X} (BIOES), those of the file may be of any {@linkplain SpanTags
 * scheme}: which one is found out, or said by {@link #from}, and they are converted. A tag that
 * breaks the scheme of its file is an error. Tags that are texts are converted if {@link #to} says
 * into what.
 */
public final class Conll implements ReadOption {
  /** Columns by name; empty if they have numbers. */
  private final List<String> names;

  private final List<Integer> numbers;
  private final @Nullable SpanTags from;
  private final @Nullable SpanTags to;

  private Conll(
      List<String> names, List<Integer> numbers, @Nullable SpanTags from, @Nullable SpanTags to) {
    this.names = names;
    this.numbers = numbers;
    this.from = from;
    this.to = to;
  }

  /**
   * Reads columns by their names.
   *
   * @param names one for each input, then one for each answer, ignoring case
   * @throws IllegalArgumentException if there are fewer than two, or one is null, blank or there
   *     twice
   */
  public static Conll columns(String... names) {
    List<String> checked = List.of(Arguments.copyOf(names, "names"));
    if (checked.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a name of a column is blank, found " + checked);
    }
    checkDifferent(checked);
    return new Conll(checked, List.of(), null, null);
  }

  /**
   * Reads columns by their numbers, the first of which is 1.
   *
   * @param numbers one for each input, then one for each answer
   * @throws IllegalArgumentException if there are fewer than two, or one is below 1 or there twice
   */
  public static Conll columns(int... numbers) {
    List<Integer> checked = new ArrayList<>();
    for (int number : Arguments.notNull(numbers, "numbers")) {
      checked.add(Arguments.atLeastOne(number, "number of a column"));
    }
    checkDifferent(checked);
    return new Conll(List.of(), List.copyOf(checked), null, null);
  }

  /**
   * Reads words and names as the shared task of <a
   * href="https://aclanthology.org/W03-0419/">CoNLL-2003</a> has them: columns 1 and 4. Names that
   * are texts are read as {@link SpanTags#BIO}.
   */
  public static Conll conll2003() {
    return new Conll(List.of(), List.of(1, 4), null, SpanTags.BIO);
  }

  /**
   * Says which scheme the tags of the file are in, where it shall not be found out: by the first
   * sentence that can be of one scheme only.
   */
  public Conll from(SpanTags scheme) {
    return new Conll(names, numbers, Arguments.notNull(scheme, "scheme"), to);
  }

  /** Converts tags that are texts into a scheme; without it they stay as they are. */
  public Conll to(SpanTags scheme) {
    return new Conll(names, numbers, from, Arguments.notNull(scheme, "scheme"));
  }

  private static void checkDifferent(List<?> columns) {
    if (columns.size() < 2 || new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException(
          "a tagged corpus needs two or more different columns, of words and of tags, found "
              + columns);
    }
  }

  /** Returns the names of the columns; empty if they have numbers. */
  List<String> names() {
    return names;
  }

  /** Returns the numbers of the columns, from 1; empty if they have names. */
  List<Integer> numbers() {
    return numbers;
  }

  /** Returns the scheme that the file has; null if nobody said so. */
  @Nullable SpanTags from() {
    return from;
  }

  /** Returns the scheme that texts are converted into; null if they are not. */
  @Nullable SpanTags to() {
    return to;
  }

  int size() {
    return names.size() + numbers.size();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Conll that
        && names.equals(that.names)
        && numbers.equals(that.numbers)
        && from == that.from
        && to == that.to;
  }

  @Override
  public int hashCode() {
    return Objects.hash(names, numbers, from, to);
  }

  @Override
  public String toString() {
    String columns =
        names.isEmpty()
            ? numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))
            : names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    return "Conll.columns(%s)%s%s"
        .formatted(
            columns,
            from == null ? "" : ".from(" + from + ")",
            to == null ? "" : ".to(" + to + ")");
  }
}
