package dev.rondo.processor.shape;

/** What flows along an edge of the graph. The batch is always the first dimension. */
public sealed interface Shape {
  /** Returns the shape as shown to users: {@code (batch, time, 64)}. */
  String text();

  /** Numbers of tokens in a vocabulary: (batch, time). */
  record Tokens(Dim.Vocabulary vocabulary) implements Shape {
    @Override
    public String text() {
      return "(batch, time)";
    }
  }

  /** A vector for each step: (batch, time, features). */
  record Sequence(Dim features) implements Shape {
    @Override
    public String text() {
      return "(batch, time, " + features.text() + ")";
    }
  }

  /** One vector: (batch, features). */
  record Vector(Dim features) implements Shape {
    @Override
    public String text() {
      return "(batch, " + features.text() + ")";
    }
  }
}
