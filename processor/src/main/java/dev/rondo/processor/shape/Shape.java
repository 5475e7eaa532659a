package dev.rondo.processor.shape;

import java.util.Optional;

/** What flows along an edge of the graph. The batch is always the first dimension. */
public sealed interface Shape {
  /** Returns the shape as shown to users: {@code (batch, time, 64)}. */
  String text();

  /** Numbers in a vocabulary, which nothing but an embedding can read. */
  sealed interface Symbols extends Shape {
    /** How many there are. */
    Dim.Vocabulary vocabulary();
  }

  /** Numbers that layers compute with. */
  sealed interface Features extends Shape {
    /** How many there are, at a step where there are steps. */
    Dim features();
  }

  /** A symbol for each step: (batch, time). */
  record Tokens(Dim.Vocabulary vocabulary) implements Symbols {
    @Override
    public String text() {
      return "(batch, time)";
    }
  }

  /** One symbol: (batch). */
  record Symbol(Dim.Vocabulary vocabulary) implements Symbols {
    @Override
    public String text() {
      return "(batch)";
    }
  }

  /** How the features of a step are a picture: row by row of a channel, then of the next. */
  record Picture(int channels, int height, int width) {
    /** Returns how many features it is; the sizes are bounded where they are written. */
    public long features() {
      return (long) channels * height * width;
    }

    /** Returns what is left of every so many-th row and column, rounded up. */
    Picture every(int pixels, int filters) {
      return new Picture(filters, (height - 1) / pixels + 1, (width - 1) / pixels + 1);
    }

    /** Returns its size as shown to users: {@code 32 × 24}. */
    public String text() {
      return width + " × " + height;
    }
  }

  /**
   * A vector for each step: (batch, time, features).
   *
   * @param every how many steps of the inputs there are to one of these: their time, in a dimension
   *     of its own
   * @param picture that each step is; absent where it is no picture, or none any more
   */
  record Sequence(Dim features, long every, Optional<Picture> picture) implements Features {
    /** Creates a sequence of vectors that are no pictures. */
    public Sequence(Dim features, long every) {
      this(features, every, Optional.empty());
    }

    /** Creates a sequence of pictures, each a step. */
    public Sequence(Picture picture) {
      this(new Dim.Fixed((int) picture.features()), 1, Optional.of(picture));
    }

    /** Creates a sequence with the steps of the inputs. */
    public Sequence(Dim features) {
      this(features, 1);
    }

    /** Returns as many steps of other features. */
    public Sequence with(Dim others) {
      return new Sequence(others, every);
    }

    /** Returns only every so many-th of the steps. */
    public Sequence every(int steps) {
      return new Sequence(features, Math.min(every * steps, Integer.MAX_VALUE));
    }

    @Override
    public String text() {
      String time = every == 1 ? "time" : "time / " + every;
      String step =
          picture
              .map(each -> each.channels() + " × " + each.height() + " × " + each.width())
              .orElse(features.text());
      return "(batch, " + time + ", " + step + ")";
    }
  }

  /** One vector: (batch, features). */
  record Vector(Dim features) implements Features {
    @Override
    public String text() {
      return "(batch, " + features.text() + ")";
    }
  }
}
