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

  /** A vector for each step: (batch, time, features). */
  record Sequence(Dim features) implements Features {
    @Override
    public String text() {
      return "(batch, time, " + features.text() + ")";
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
