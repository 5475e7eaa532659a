package dev.rondo.processor.check.type;

import dev.rondo.processor.check.subject.Part;
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
          Map.entry("IntStream", "@Series int[]"),
          Map.entry("LongStream", "@Series int[]"),
          Map.entry("DoubleStream", "@Series double[]"),
          Map.entry("FloatBuffer", "@Series float[]"),
          Map.entry("DoubleBuffer", "@Series double[]"));

  /** What can be answered, unlike a time, in place of what cannot. */
  private static final Map<String, String> MEANT_AS_ANSWER =
      Map.of(
          "char", "@Category String",
          "Character", "@Category String",
          "CharSequence", "@Category String",
          "UUID", "@Category String",
          "BigInteger", "double",
          "Number", "double");

  /** What comes later, or perhaps: a model answers at once, and always. */
  private static final Set<String> LIKE_VALUES =
      Set.of(
          "CompletableFuture", "CompletionStage", "Future", "Supplier", "Callable", "Mono", "Uni");

  private static final Map<String, String> OF =
      Map.of("List", "String", "Set", "DayOfWeek", "Prediction", "Boolean");
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
   * @param type of the part, or of what it is a list or an array of
   * @param supported the types that are
   */
  static String insteadOf(DeclaredType.Other type, Part part, String supported) {
    boolean input = part.role().isInput();
    String text = type.text();
    return switch (type.kind()) {
      case SEALED -> "Write one record with an enum that says which one it is.";
      case CLASS ->
          input
              ? "%s is a class, of which nothing says what is in it. Make it a record."
                  .formatted(text)
              : "%s is a class. Write an enum of what it can be, or a record of several answers."
                  .formatted(text);
      case INTERFACE ->
          input
              ? "%s is an interface, of which nothing says what is in it. Write a record."
                  .formatted(text)
              : "%s is an interface. Write an enum of what it can be, or a record of several answers."
                  .formatted(text);
      case RAW -> "Write what it is of, such as %s<%s>.".formatted(text, OF.get(text));
      case UNKNOWN -> insteadOfUnknown(text, part, supported);
    };
  }

  private static String insteadOfUnknown(String text, Part part, String supported) {
    if (text.matches("\\w*Map(<.*)?")) {
      return "A map has no components that are always there. Write a record with one for each key.";
    }
    if (text.matches("Entry<.*")) {
      return "Write a record with two components.";
    }
    return meant(text, part)
        .map(meant -> "Did you mean %s? Use %s.".formatted(meant, supported))
        .orElse("Use %s.".formatted(supported));
  }

  private static Optional<String> meant(String text, Part part) {
    Matcher generic = OF_ONE.matcher(text);
    if (!generic.matches()) {
      return meantByName(text, part);
    }
    String element = generic.group(2);
    String around = generic.group(1);
    if (around.equals("Optional")) {
      return Optional.of(part.role().isInput() ? "@Missing " + element : element);
    }
    if (LIKE_VALUES.contains(around)) {
      return Optional.of(element.equals("Boolean") ? "boolean" : element);
    }
    if (LIKE_LISTS.contains(around)) {
      return Optional.of("List<" + element + ">");
    }
    return LIKE_SETS.contains(around) ? Optional.of("Set<" + element + ">") : Optional.empty();
  }

  private static Optional<String> meantByName(String text, Part part) {
    if (!part.role().isInput()) {
      return Optional.ofNullable(MEANT_AS_ANSWER.get(text));
    }
    // a text in a record would be a sequence of its own
    return Optional.ofNullable(MEANT.get(text))
        .map(meant -> meant.equals("String") && !part.isWhole() ? "@Category String" : meant);
  }
}
