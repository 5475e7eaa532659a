package dev.rondo.processor.check.subject;

import dev.rondo.processor.graph.build.Use;
import java.lang.annotation.Annotation;

/**
 * An annotation of the language wherever it may stand, on components too.
 *
 * @param label how messages name it: {@code @Embedding on "page" of "clicks"}
 */
public record Written(Use use, String label) {
  /** Returns whether it is that annotation. */
  public boolean is(Class<? extends Annotation> annotation) {
    return use.is(annotation);
  }
}
