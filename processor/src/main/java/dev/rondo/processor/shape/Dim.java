package dev.rondo.processor.shape;

import dev.rondo.processor.graph.TypeRef;

/** A size: a number, or one that is known only at run time. */
public sealed interface Dim {
  /** Returns the size as shown to users: {@code 64} or {@code constants of Sentiment}. */
  String text();

  /** A size that is written or follows from written ones. */
  record Fixed(int size) implements Dim {
    @Override
    public String text() {
      return Integer.toString(size);
    }
  }

  /** A size that is known only at run time. */
  sealed interface Symbol extends Dim {}

  /** The number of different tokens of a vocabulary, named after its (first) input. */
  record Vocabulary(String name) implements Symbol {
    @Override
    public String text() {
      return "vocabulary of " + name;
    }
  }

  /** The number of constants of an enum. */
  record Constants(TypeRef type) implements Symbol {
    @Override
    public String text() {
      return "constants of " + type.simpleName();
    }
  }
}
