package dev.rondo.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.rondo.Shared;
import dev.rondo.processor.declared.DeclaredAnnotation.Fault;
import dev.rondo.processor.declared.Language;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Tells which of a user's annotations are composed of ours. */
final class Composition {
  private Composition() {}

  /** Returns whether an annotation belongs to the language. */
  static boolean isOwn(TypeElement annotation) {
    return Language.annotation(annotation.getQualifiedName().toString()).isPresent();
  }

  /** Returns whether an annotation means something to the language. */
  static boolean isMeaningful(TypeElement annotation) {
    return isOwn(annotation) || isComposed(annotation);
  }

  /** Returns whether there is something that {@code @Shared} on an annotation can share. */
  static boolean carriesMoreThanShared(TypeElement annotation) {
    return known(annotation)
        .filter(carried -> !carried.getQualifiedName().contentEquals(Shared.class.getName()))
        .anyMatch(Composition::isMeaningful);
  }

  /** Returns whether an annotation carries one of ours, directly or through others. */
  static boolean isComposed(TypeElement annotation) {
    return !isOwn(annotation) && carriesOwn(annotation, new HashSet<>());
  }

  private static boolean carriesOwn(TypeElement annotation, Set<TypeElement> visited) {
    if (!visited.add(annotation)) {
      return false;
    }
    return known(annotation).anyMatch(carried -> isOwn(carried) || carriesOwn(carried, visited));
  }

  /** Returns what an annotation carries; what is not known (yet), newer compilers show as well. */
  private static Stream<TypeElement> known(TypeElement annotation) {
    return annotation.getAnnotationMirrors().stream()
        .filter(mirror -> mirror.getAnnotationType().getKind() != TypeKind.ERROR)
        .map(Composition::typeOf);
  }

  /** Returns the composed annotation that this one holds repetitions of. */
  static Optional<TypeElement> repeatedBy(TypeElement container) {
    for (ExecutableElement member : ElementFilter.methodsIn(container.getEnclosedElements())) {
      TypeMirror type = member.getReturnType();
      if (member.getSimpleName().contentEquals("value")
          && type instanceof ArrayType array
          && array.getComponentType().getKind() == TypeKind.DECLARED) {
        TypeElement repeated = MoreElements.asType(MoreTypes.asElement(array.getComponentType()));
        return Optional.of(repeated).filter(Composition::isComposed);
      }
    }
    return Optional.empty();
  }

  /** Returns what is wrong with the declaration of a composed annotation itself. */
  static Set<Fault> faults(TypeElement annotation) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    if (!ElementFilter.methodsIn(annotation.getEnclosedElements()).isEmpty()) {
      faults.add(Fault.HAS_MEMBERS);
    }
    if (annotation.getAnnotation(Repeatable.class) != null) {
      faults.add(Fault.REPEATABLE);
    }
    Retention retention = annotation.getAnnotation(Retention.class);
    if (retention != null && retention.value() != RetentionPolicy.CLASS) {
      faults.add(Fault.NOT_CLASS_RETENTION);
    }
    return faults;
  }

  /** Returns the declaration of an annotation. */
  static TypeElement typeOf(AnnotationMirror mirror) {
    if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
      throw new UnresolvedException(mirror.toString());
    }
    return MoreElements.asType(mirror.getAnnotationType().asElement());
  }
}
