package dev.rondo.processor.graph.build;

import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Layer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Turns one kind of annotation into layers of the graph. */
interface LayerReader {
  /** The annotation that it reads. */
  Class<? extends Annotation> annotation();

  /**
   * Returns the layers, in order; values may be out of range.
   *
   * @param output the output whose last layer this is, if it is the last layer of one
   */
  List<Step> read(Values values, Optional<String> output);

  /**
   * A layer and what its node is called where that name is free.
   *
   * @param name a Java identifier: {@code lstm}
   */
  record Step(String name, Layer layer) {}
}
