package dev.rondo.processor.shape;

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

  /**
   * A vector for each step: (batch, time, features).
   *
   * @param every how many steps of the inputs there are to one of these: their time, in a dimension
   *     of its own
   */
  record Sequence(Dim features, long every) implements Features {
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
      return "(batch, " + time + ", " + features.text() + ")";
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
