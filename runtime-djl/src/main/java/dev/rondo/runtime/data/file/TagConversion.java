package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.answer.TagScheme.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tags of a sentence in another scheme, after a check that they keep their own.
 *
 * @param from the scheme of the file
 * @param to the scheme that is read
 * @param because how it is known what the file has, for errors
 */
record TagConversion(SpanTags from, SpanTags to, String because) {
  /** What is wrong with a tag. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1;
    private final int row;

    Broken(int row, String message) {
      super(message);
      this.row = row;
    }

    /** Returns which of the tags is wrong, from 0. */
    int row() {
      return row;
    }

    /** Returns what was found and expected. */
    String text() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Returns the same names in the other scheme.
   *
   * @throws Broken if the tags do not keep their own scheme
   */
  List<String> convert(List<String> tags) throws Broken {
    List<SpanTag> checked = checked(tags);
    List<String> converted = new ArrayList<>(tags.size());
    for (int i = 0; i < checked.size(); i++) {
      SpanTag tag = checked.get(i);
      SpanTag before = before(checked, i);
      SpanTag behind = i + 1 < checked.size() ? checked.get(i + 1) : SpanTag.OUTSIDE;
      boolean begins = begins(before, tag);
      boolean ends = behind.isOutside() || begins(tag, behind);
      converted.add(new SpanTag(part(tag, before, begins, ends), tag.label()).toString());
    }
    return converted;
  }

  private Part part(SpanTag tag, SpanTag before, boolean begins, boolean ends) {
    if (tag.isOutside()) {
      return Part.O;
    }
    return switch (to) {
      case IOB1 -> begins && !before.isOutside() && before.isOf(tag) ? Part.B : Part.I;
      case BIO -> begins ? Part.B : Part.I;
      case BIOES -> {
        if (begins) {
          yield ends ? Part.S : Part.B;
        }
        yield ends ? Part.E : Part.I;
      }
    };
  }

  private static SpanTag before(List<SpanTag> tags, int index) {
    return index == 0 ? SpanTag.OUTSIDE : tags.get(index - 1);
  }

  /** Returns whether a name begins, given that the tags keep their scheme. */
  private boolean begins(SpanTag before, SpanTag tag) {
    return switch (tag.part()) {
      case O, E -> false;
      case B, S -> true;
      case I -> from == SpanTags.IOB1 && !(before.isOpen() && before.isOf(tag));
    };
  }

  private List<SpanTag> checked(List<String> tags) throws Broken {
    List<SpanTag> parsed = new ArrayList<>(tags.size());
    for (int i = 0; i < tags.size(); i++) {
      SpanTag tag = SpanTag.parse(tags.get(i));
      if (tag == null || !isPart(tag.part())) {
        throw broken(i, tags.get(i), "", from == SpanTags.BIOES ? ALL : SOME);
      }
      SpanTag before = before(parsed, i);
      String expected = expectedBehind(before, tag);
      if (!expected.isEmpty()) {
        throw broken(
            i,
            tags.get(i),
            i == 0 ? " at the start" : " behind \"" + tags.get(i - 1) + '"',
            expected);
      }
      parsed.add(tag);
    }
    int last = tags.size() - 1;
    if (from == SpanTags.BIOES && last >= 0 && parsed.get(last).isOpen()) {
      SpanTag open = parsed.get(last);
      throw broken(
          last,
          tags.get(last),
          " at the end",
          (open.part() == Part.B ? "S-" : "E-") + open.label());
    }
    return parsed;
  }

  private static final String SOME = "O, or B- or I- and what the name is";
  private static final String ALL = "O, or B-, I-, E- or S- and what the name is";

  private boolean isPart(Part part) {
    return from == SpanTags.BIOES || (part != Part.E && part != Part.S);
  }

  /** Returns what a tag should be there; empty if it is right. */
  private String expectedBehind(SpanTag before, SpanTag tag) {
    boolean same = before.isOpen() && before.isOf(tag);
    boolean goesOn = tag.part() == Part.I || tag.part() == Part.E;
    return switch (from) {
      case IOB1 -> tag.part() == Part.B && !same ? "I-" + tag.label() : "";
      case BIO -> goesOn && !same ? "B-" + tag.label() : "";
      case BIOES -> {
        if (before.isOpen() && !(goesOn && same)) {
          yield "I-%1$s or E-%1$s".formatted(before.label());
        }
        yield goesOn && !same ? "B-%1$s or S-%1$s".formatted(tag.label()) : "";
      }
    };
  }

  private Broken broken(int row, String found, String where, String expected) {
    return new Broken(
        row,
        "found \"%s\"%s, expected %s: the tags are %s, %s."
            .formatted(found, where, expected, from, because));
  }

  /**
   * What the tags of a sentence say about the scheme of their file.
   *
   * @param scheme the one that they keep and the others do not
   * @param row that shows it, from 0
   */
  record Evidence(SpanTags scheme, int row) {
    /** Returns the first one of a sentence; null if it could be of several. */
    static @Nullable Evidence of(List<String> tags) {
      boolean begun = false; // a name by B, which IOB1 has only behind another of its label
      SpanTag before = SpanTag.OUTSIDE;
      for (int i = 0; i <= tags.size(); i++) {
        SpanTag tag = i < tags.size() ? SpanTag.parse(tags.get(i)) : SpanTag.OUTSIDE;
        if (tag == null) {
          return null;
        }
        if (tag.part() == Part.E || tag.part() == Part.S) {
          return new Evidence(SpanTags.BIOES, i);
        }
        boolean goesOn = tag.part() == Part.I && before.isOpen() && before.isOf(tag);
        if (begun && !goesOn) {
          return new Evidence(SpanTags.BIO, i - 1); // BIOES would end the name
        }
        if (tag.part() == Part.I && !goesOn) {
          return new Evidence(SpanTags.IOB1, i);
        }
        begun |= tag.part() == Part.B && !(before.isOpen() && before.isOf(tag));
        before = tag;
      }
      return null;
    }
  }
}
