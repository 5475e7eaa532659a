package dev.rondo.processor.check.type;

import dev.rondo.processor.declared.DeclaredType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be read in place of a type that cannot. */
final class ReadableTypes {
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("char", "String"),
          Map.entry("Character", "String"),
          Map.entry("CharSequence", "String"),
          Map.entry("StringBuilder", "String"),
          Map.entry("StringBuffer", "String"),
          Map.entry("char[]", "String"),
          Map.entry("BigInteger", "BigDecimal"),
          Map.entry("Number", "double"),
          Map.entry("UUID", "@Category String"),
          Map.entry("Date", "Instant"),
          Map.entry("Timestamp", "Instant"),
          Map.entry("Calendar", "ZonedDateTime"),
          Map.entry("GregorianCalendar", "ZonedDateTime"),
          Map.entry("Year", "int"),
          Map.entry("YearMonth", "LocalDate"),
          Map.entry("MonthDay", "LocalDate"),
          Map.entry("Period", "Duration"),
          Map.entry("IntStream", "int[]"),
          Map.entry("LongStream", "int[]"),
          Map.entry("DoubleStream", "double[]"),
          Map.entry("FloatBuffer", "float[]"),
          Map.entry("DoubleBuffer", "double[]"));
  private static final Set<String> LIKE_LISTS =
      Set.of(
          "Collection",
          "Iterable",
          "Iterator",
          "Stream",
          "ArrayList",
          "LinkedList",
          "Queue",
          "Deque",
          "ArrayDeque",
          "SequencedCollection",
          "ImmutableList",
          "List");
  private static final Set<String> LIKE_SETS =
      Set.of("EnumSet", "HashSet", "SortedSet", "TreeSet", "LinkedHashSet", "ImmutableSet", "Set");
  private static final Pattern OF_ONE =
      Pattern.compile("(\\w+)<(?:\\? extends |\\? super )?([^?].*)>");

  private ReadableTypes() {}

  /**
   * Returns a sentence that says what to write instead.
   *
   * @param supported the types that are
   */
  static String insteadOf(DeclaredType.Other type, String supported) {
    if (type.sealedTo()) {
      return "Write one record with an enum that says which one it is.";
    }
    String text = type.text();
    if (text.matches("\\w*Map(<.*)?")) {
      return "A map has no components that are always there. Write a record with one for each key.";
    }
    return meant(text)
        .map(meant -> "Did you mean %s? Use %s.".formatted(meant, supported))
        .orElse("Use %s.".formatted(supported));
  }

  private static Optional<String> meant(String text) {
    Matcher generic = OF_ONE.matcher(text);
    if (!generic.matches()) {
      return Optional.ofNullable(MEANT.get(text));
    }
    String element = generic.group(2);
    if (generic.group(1).equals("Optional")) {
      return Optional.of("@Missing " + element);
    }
    if (LIKE_LISTS.contains(generic.group(1))) {
      return Optional.of("List<" + element + ">");
    }
    return LIKE_SETS.contains(generic.group(1))
        ? Optional.of("Set<" + element + ">")
        : Optional.empty();
  }
}
