package dev.rondo.processor.declared;

import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.type.TypeRef;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

/** An annotation that means something to the language. */
public sealed interface DeclaredAnnotation {
  /** Where it is written; inside a composed annotation, where that one is used. */
  Origin origin();

  /** Returns whether it is that annotation of the language, or carries it. */
  default boolean carries(Class<? extends Annotation> annotation) {
    return this instanceof Own own
        ? own.values().annotation().equals(annotation)
        : ((Composed) this).parts().stream().anyMatch(part -> part.carries(annotation));
  }

  /** One of the language's own. */
  record Own(Values values, Origin origin) implements DeclaredAnnotation {}

  /**
   * A user's annotation that carries some of the language's, directly or through others.
   *
   * @param parts what it carries, in order; empty where it closes a circle
   * @param shared whether it is {@code @Shared}
   * @param faults what is wrong with its declaration
   */
  record Composed(
      TypeRef type,
      List<DeclaredAnnotation> parts,
      boolean shared,
      Set<Fault> faults,
      Origin origin)
      implements DeclaredAnnotation {
    public Composed {
      parts = List.copyOf(parts);
      faults = Set.copyOf(faults);
    }

    /** Returns its name as users write it: {@code @Reader}. */
    public String name() {
      return "@" + type.simpleName();
    }
  }

  /** What can be wrong with the declaration of a composed annotation. */
  enum Fault {
    /** It carries itself, perhaps through others. */
    CARRIES_ITSELF,
    /** It has members. */
    HAS_MEMBERS,
    /** Its retention is not CLASS, so that class files may lose the order of the layers. */
    NOT_CLASS_RETENTION,
    /** It is repeatable; repeated annotations lose their order among the others. */
    REPEATABLE
  }
}
