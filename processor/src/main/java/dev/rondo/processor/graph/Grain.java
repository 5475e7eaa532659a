package dev.rondo.processor.graph;

/** How often an output answers. */
public enum Grain {
  /** Once for the whole of the inputs. */
  ONCE,
  /** At each step of the input. */
  EACH_STEP,
  /** As a text that is read off the steps: shorter than they are. */
  ALIGNED,
  /** Token by token, as long as it likes. */
  WRITTEN
}
