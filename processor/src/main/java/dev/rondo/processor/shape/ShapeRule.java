package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/**
 * What one kind of layer makes of a shape. Values that are out of range give an unknown result, not
 * an error: the checks report them.
 */
interface ShapeRule<L extends Layer> {
  /** Returns what comes out of the layer, and how many weights it has. */
  Inferred infer(L layer, Shape in, ModelSignature signature);

  /** What a rule says. */
  sealed interface Inferred {
    /** The layer fits. */
    record Known(Shape output, ParameterCount parameters) implements Inferred {}

    /** The layer would need something else, as shown to users. */
    record Misfit(String needed) implements Inferred {}

    /** Nothing can be said, because of a mistake reported elsewhere. */
    record Unknown() implements Inferred {}
  }

  /** What a layer may need to come in. */
  enum Need {
    /** Tokens to look up. */
    TOKENS("tokens: (batch, time)"),
    /** A vector for each step. */
    SEQUENCE("a sequence: (batch, time, features)"),
    /** One vector. */
    VECTOR("one vector: (batch, features)"),
    /** Numbers, with or without steps. */
    FEATURES("numbers: (batch, features) or (batch, time, features)");

    private final String text;

    Need(String text) {
      this.text = text;
    }

    /** Returns the need as shown to users. */
    public String text() {
      return text;
    }
  }
}
