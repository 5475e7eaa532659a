package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.answer.TagScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One value of each step of a sentence.
 *
 * @param column that it is put into
 * @param names the constants that tags are; null for texts
 * @param conversion of the tags; null if they stay as they are
 */
record ConllStep(Column column, @Nullable TagConstants names, @Nullable TagConversion conversion) {
  private static final String ANSWER = "expected";

  /**
   * Returns how a column is read.
   *
   * @param index of the column among those that are asked for
   */
  static ConllStep of(Path file, Conll conll, Column column, int index) throws IOException {
    TagConstants names =
        column instanceof ConstantColumn<?> constants ? new TagConstants(constants.names()) : null;
    SpanTags to = target(file, conll, column);
    if (to == null) {
      return new ConllStep(column, names, null);
    }
    SpanTags told = conll.from();
    return new ConllStep(
        column,
        names,
        told == null
            ? found(file, conll, index, to)
            : new TagConversion(told, to, "as Conll.from says"));
  }

  /** Returns the scheme that tags are read in; null if they are none of names. */
  private static @Nullable SpanTags target(Path file, Conll conll, Column column) {
    if (!column.path.full().equals(ANSWER) && !column.path.full().startsWith(ANSWER + ".")) {
      return null;
    }
    SpanTags to = conll.to();
    if (!(column instanceof ConstantColumn<?> constants)) {
      return to == null ? conll.from() : to;
    }
    SpanTags own =
        switch (TagScheme.of(constants.names()).kind()) {
          case BIO -> SpanTags.BIO;
          case BIOES -> SpanTags.BIOES;
          case NONE -> null;
        };
    if (to != null && to != own) {
      throw new ExampleFileException(
          "\"%s\": Conll.to(%s) is for tags that are texts, but those of \"%s\" are constants, %s. Leave it out."
              .formatted(
                  file, to, column.path.full(), own == null ? "not of names" : "which are " + own));
    }
    return own;
  }

  /** Looks into the file as far as it takes to know. */
  private static TagConversion found(Path file, Conll conll, int index, SpanTags to)
      throws IOException {
    try (ConllRows rows = ConllRows.open(file, conll)) {
      while (true) {
        try {
          ConllSentence sentence = rows.next();
          if (sentence == null) {
            // nothing but O, or names by B and I that follow each other: all schemes read them so
            return new TagConversion(SpanTags.BIO, to, "as nothing in the file says otherwise");
          }
          TagConversion.Evidence evidence = TagConversion.Evidence.of(sentence.column(index));
          if (evidence != null) {
            return new TagConversion(
                evidence.scheme(),
                to,
                "as line %s shows; Conll.from may say otherwise"
                    .formatted(sentence.line(evidence.row())));
          }
        } catch (WrongRow e) {
          // is said when its sentence is read
        }
      }
    }
  }
}
