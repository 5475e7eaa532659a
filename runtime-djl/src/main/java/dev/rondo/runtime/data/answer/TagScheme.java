package dev.rondo.runtime.data.answer;

import dev.rondo.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How tags name spans of a sequence, as their names say: {@code B-PER} begins a person, {@code
 * I-PER} goes on with it, {@code O} is outside (BIO, also called IOB2: Ramshaw and Marcus 1995,
 * "Text chunking using transformation-based learning"). In BIOES a span of one step is {@code
 * S-PER}, and the last step of a longer one {@code E-PER}. In place of the hyphen there may be
 * {@code _}, as in the constants of an enum.
 *
 * <p>Tags are counted in the order of their names. Immutable.
 */
public final class TagScheme {
  private static final Pattern INSIDE = Pattern.compile("([BIES])[-_](.+)");

  private final Kind kind;
  private final List<String> names;
  private final List<Tag> tags;
  private final boolean[] starts;
  private final boolean[] ends;
  private final boolean[][] allowed;

  /** The schemes. */
  public enum Kind {
    /** The tags begin spans, are inside of them, or outside. */
    BIO,
    /** As {@link #BIO}, and the ends of spans and single steps have tags of their own. */
    BIOES,
    /** The tags name no spans: each may follow each. */
    NONE
  }

  /** What a tag is of a span. */
  public enum Part {
    /** The first step of a span. */
    B,
    /** A step inside of a span. */
    I,
    /** A step of no span. */
    O,
    /** The last step of a span. */
    E,
    /** The only step of a span. */
    S;

    private boolean goesOn() {
      return this == I || this == E;
    }

    private boolean isOpen() {
      return this == B || this == I;
    }
  }

  /**
   * A tag, taken apart.
   *
   * @param part what it is of a span
   * @param label what the span is; empty for {@link Part#O}
   */
  public record Tag(Part part, String label) {
    private static final Tag OUTSIDE = new Tag(Part.O, "");

    /** Returns the tag that a name writes; empty if it writes none. */
    public static Optional<Tag> parse(String name) {
      if (name.equals("O")) {
        return Optional.of(OUTSIDE);
      }
      Matcher inside = INSIDE.matcher(name);
      return inside.matches()
          ? Optional.of(new Tag(Part.valueOf(inside.group(1)), inside.group(2)))
          : Optional.empty();
    }

    /**
     * Returns whether a span begins at this tag: at {@code B} and {@code S}, and where no span of
     * this label is open.
     *
     * @param before the tag of the step before; empty at the first step
     */
    private boolean begins(Optional<Tag> before) {
      return part != Part.O
          && (!part.goesOn()
              || before.isEmpty()
              || !before.get().part.isOpen()
              || !before.get().label.equals(label));
    }
  }

  private TagScheme(Kind kind, List<String> names, List<Tag> tags) {
    this.kind = kind;
    this.names = names;
    this.tags = tags;
    int size = names.size();
    this.starts = new boolean[size];
    this.ends = new boolean[size];
    this.allowed = new boolean[size][size];
    for (int to = 0; to < size; to++) {
      starts[to] = kind == Kind.NONE || !tags.get(to).part.goesOn();
      ends[to] = kind != Kind.BIOES || !tags.get(to).part.isOpen();
      for (int from = 0; from < size; from++) {
        allowed[from][to] = kind == Kind.NONE || follows(tags.get(from), tags.get(to));
      }
    }
  }

  private boolean follows(Tag from, Tag to) {
    boolean same = from.part.isOpen() && from.label.equals(to.label);
    return to.part.goesOn() ? same : kind == Kind.BIO || !from.part.isOpen();
  }

  /**
   * Returns the scheme of tags. They have one if each of them is {@code O} or names a part of a
   * span, each label has a tag that begins it, and, in BIOES, each label that can be begun can be
   * ended and there is a tag for a single step; else it is {@link Kind#NONE}.
   *
   * @param names of all tags, in the order of their numbers
   * @throws IllegalArgumentException if there is none, or one is there twice
   */
  public static TagScheme of(List<String> names) {
    if (names.isEmpty() || new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("tags are " + names + ", expected different ones");
    }
    List<Tag> tags = names.stream().flatMap(name -> Tag.parse(name).stream()).toList();
    Kind kind = tags.size() == names.size() ? kind(tags) : Kind.NONE;
    return new TagScheme(kind, List.copyOf(names), kind == Kind.NONE ? List.of() : tags);
  }

  private static Kind kind(List<Tag> tags) {
    Set<Tag> all = new HashSet<>(tags);
    Set<Part> parts = new HashSet<>();
    tags.forEach(tag -> parts.add(tag.part));
    boolean ends = parts.contains(Part.E) || parts.contains(Part.S);
    for (Tag tag : tags) {
      boolean longer = tag.part != Part.O && tag.part != Part.S;
      if (longer && !all.contains(new Tag(Part.B, tag.label))) {
        return Kind.NONE;
      }
      if (longer && ends && !all.contains(new Tag(Part.E, tag.label))) {
        return Kind.NONE;
      }
    }
    if (!ends) {
      return parts.contains(Part.B) ? Kind.BIO : Kind.NONE;
    }
    return parts.contains(Part.O) || parts.contains(Part.S) ? Kind.BIOES : Kind.NONE;
  }

  /** Returns which scheme it is. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether the tags name spans. */
  public boolean hasSpans() {
    return kind != Kind.NONE;
  }

  /** Returns the names of the tags, in the order of their numbers; unmodifiable. */
  public List<String> names() {
    return names;
  }

  /** Returns the labels of spans, each once, in the order of the tags; none without a scheme. */
  public List<String> labels() {
    return tags.stream().map(Tag::label).filter(label -> !label.isEmpty()).distinct().toList();
  }

  /** Returns whether a tag may be that of the first step. */
  public boolean starts(int tag) {
    return starts[tag];
  }

  /** Returns whether a tag may be that of the last step. */
  public boolean ends(int tag) {
    return ends[tag];
  }

  /** Returns whether a tag may follow another. */
  public boolean allowed(int from, int to) {
    return allowed[from][to];
  }

  /**
   * Returns what breaks the scheme first, to be read behind the name of the tags: {@code [3] is
   * I-LOC behind B-PER}; empty if nothing does.
   *
   * @param sequence numbers of the tags of all steps
   */
  public Optional<String> broken(int... sequence) {
    for (int i = 0; i < sequence.length; i++) {
      String step = "[" + i + "] is " + names.get(sequence[i]);
      if (i == 0 && !starts[sequence[i]]) {
        return Optional.of(step + " at the start");
      }
      if (i > 0 && !allowed[sequence[i - 1]][sequence[i]]) {
        return Optional.of(step + " behind " + names.get(sequence[i - 1]));
      }
      if (i == sequence.length - 1 && !ends[sequence[i]]) {
        return Optional.of(step + " at the end");
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the spans that tags name, as the scorer of CoNLL (conlleval) finds them: where tags
   * break the scheme, a span also begins at a tag that goes on with what was not begun, as {@code
   * I-PER} behind {@code O} or behind {@code B-LOC}, and ends before a tag of another label.
   *
   * @param sequence numbers of the tags of all steps
   * @return in their order, without text
   * @throws IllegalStateException if the tags have no scheme
   */
  public List<Span> spans(int... sequence) {
    if (!hasSpans()) {
      throw new IllegalStateException(
          "the tags "
              + names
              + " name no spans: they form neither BIO (B-X, I-X, O) nor BIOES (S-X and E-X"
              + " besides)");
    }
    return spansOf(Arrays.stream(sequence).mapToObj(tags::get).toList());
  }

  /**
   * Returns the spans that the names of tags say, as {@link #spans} does, whether or not all of
   * them are known, and form a scheme. What names no part of a span is outside.
   *
   * @param names of the tags of all steps
   * @return in their order, without text
   */
  public static List<Span> spansNamed(List<String> names) {
    return spansOf(names.stream().map(name -> Tag.parse(name).orElse(Tag.OUTSIDE)).toList());
  }

  private static List<Span> spansOf(List<Tag> sequence) {
    List<Span> spans = new ArrayList<>();
    int from = -1;
    Optional<Tag> before = Optional.empty();
    for (int i = 0; i <= sequence.size(); i++) {
      Optional<Tag> tag = i < sequence.size() ? Optional.of(sequence.get(i)) : Optional.empty();
      boolean inside = tag.isPresent() && tag.get().part != Part.O;
      boolean begins = inside && tag.get().begins(before);
      if (from >= 0 && (begins || !inside)) {
        spans.add(new Span(from, i, before.orElseThrow().label, ""));
        from = -1;
      }
      if (begins) {
        from = i;
      }
      before = tag;
    }
    return Collections.unmodifiableList(spans);
  }

  /** Returns its kind and the names of its tags. */
  @Override
  public String toString() {
    return kind + " " + names;
  }
}
