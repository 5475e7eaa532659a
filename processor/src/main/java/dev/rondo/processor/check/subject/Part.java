package dev.rondo.processor.check.subject;

import dev.rondo.processor.declared.DeclaredAnnotation;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.build.Expansion;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.type.TypeRef;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * A value that a model takes or gives, or a component of a record in one.
 *
 * @param role what the model does with it
 * @param owner the user's name of the whole value: of the parameter, or of the method
 * @param path names of the components that lead to it, with dots between; empty for a whole value
 * @param nullable whether it, or a part of its type, is {@code @Nullable}
 * @param annotations the language's annotations on it
 * @param component where it is declared; absent for a whole value
 * @param origin its place
 */
public record Part(
    Role role,
    String owner,
    String path,
    DeclaredType type,
    boolean nullable,
    List<DeclaredAnnotation> annotations,
    Optional<Component> component,
    Origin origin) {

  /** What a model does with a value. */
  public enum Role {
    /** Takes it as a whole: a parameter, or a component of the one that is spread. */
    INPUT,
    /** Takes its components: the only parameter, where these are the inputs. */
    SPREAD,
    /** Takes it as a part of each step. */
    OF_STEP,
    /** Takes it as a part of one vector. */
    OF_VECTOR,
    /** Gives it: what the method returns. */
    OUTPUT,
    /** Gives it as one of several answers. */
    ANSWER,
    /** Gives it as one of several answers for each step. */
    ANSWER_OF_STEP;

    /** Returns whether the model takes it. */
    public boolean isInput() {
      return this == INPUT || this == SPREAD || this == OF_STEP || this == OF_VECTOR;
    }
  }

  /** A component of a record, wherever that is used. */
  public record Component(TypeRef type, String name) {}

  /** Returns whether it is an input, or what the method returns. */
  public boolean isWhole() {
    return path.isEmpty();
  }

  /** Returns how messages name it: {@code "engine.rpm" of "readings"}. */
  public String label() {
    return isWhole() ? "\"" + owner + "\"" : "\"%s\" of \"%s\"".formatted(path, owner);
  }

  /** Returns how messages name an annotation on it. */
  public String label(Use use) {
    StringBuilder label = new StringBuilder(use.name());
    for (int i = use.within().size() - 1; i >= 0; i--) {
      label.append(" in ").append(use.within().get(i));
    }
    return label.append(" on ").append(label()).toString();
  }

  /** Returns the annotations on it, composed ones expanded. */
  public List<Use> uses() {
    return Expansion.of(isWhole() ? owner : path, annotations);
  }

  /** Returns the annotation of a kind that stands on it. */
  public Optional<Use> use(Class<? extends Annotation> annotation) {
    return uses().stream().filter(use -> use.is(annotation)).findFirst();
  }

  /** Returns whether an annotation of a kind stands on it. */
  public boolean has(Class<? extends Annotation> annotation) {
    return use(annotation).isPresent();
  }
}
