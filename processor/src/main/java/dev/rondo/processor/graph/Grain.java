package dev.rondo.processor.graph;

/** How often an output answers. */
public enum Grain {
  /** Once for the whole of the inputs. */
  ONCE,
  /** At each step of the input. */
  EACH_STEP,
  /** Token by token, as long as it likes. */
  WRITTEN
}
