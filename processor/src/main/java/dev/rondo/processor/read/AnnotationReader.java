package dev.rondo.processor.read;

import dev.rondo.Shared;
import dev.rondo.processor.declared.DeclaredAnnotation;
import dev.rondo.processor.declared.DeclaredAnnotation.Composed;
import dev.rondo.processor.declared.DeclaredAnnotation.Fault;
import dev.rondo.processor.declared.DeclaredAnnotation.Own;
import dev.rondo.processor.declared.Language;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.diag.Origin;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads the annotations that mean something to the language, and leaves out all others. */
final class AnnotationReader {
  private AnnotationReader() {}

  /** Reads the annotations on an element, in the order written. */
  static List<DeclaredAnnotation> read(Element element, Position position) {
    List<DeclaredAnnotation> annotations = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      read(mirror, position.at(mirror), position.at(mirror).asWhole(), Set.of())
          .ifPresent(annotations::add);
    }
    return annotations;
  }

  /**
   * Reads one annotation.
   *
   * @param origin where it takes effect
   * @param inside where what it carries takes effect
   * @param around the composed annotations that it is in
   */
  private static Optional<DeclaredAnnotation> read(
      AnnotationMirror mirror, Origin origin, Origin inside, Set<TypeElement> around) {
    TypeElement type = Composition.typeOf(mirror);
    Optional<Class<? extends Annotation>> own =
        Language.annotation(type.getQualifiedName().toString());
    if (own.isPresent()) {
      return Optional.of(new Own(new Values(own.get(), written(mirror)), origin));
    }
    if (Composition.isComposed(type)) {
      return Optional.of(composed(type, origin, inside, around));
    }
    return Composition.repeatedBy(type)
        .map(
            repeated ->
                new Composed(
                    TypeReader.nameOf(repeated),
                    List.of(),
                    false,
                    Set.of(Fault.REPEATABLE),
                    origin));
  }

  private static Composed composed(
      TypeElement type, Origin origin, Origin inside, Set<TypeElement> around) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    List<DeclaredAnnotation> parts = new ArrayList<>();
    if (around.contains(type)) {
      faults.add(Fault.CARRIES_ITSELF);
    } else {
      faults.addAll(Composition.faults(type));
      Set<TypeElement> path = new LinkedHashSet<>(around);
      path.add(type);
      for (AnnotationMirror part : type.getAnnotationMirrors()) {
        read(part, inside, inside, path).ifPresent(parts::add);
      }
    }
    boolean shared = parts.removeIf(AnnotationReader::isShared);
    return new Composed(TypeReader.nameOf(type), parts, shared, faults, origin);
  }

  private static boolean isShared(DeclaredAnnotation annotation) {
    return annotation instanceof Own own && own.values().annotation() == Shared.class;
  }

  /** Reads the members that are written. */
  static Map<String, Object> written(AnnotationMirror mirror) {
    Map<String, Object> written = new LinkedHashMap<>();
    mirror
        .getElementValues()
        .forEach(
            (member, value) ->
                written.put(
                    member.getSimpleName().toString(),
                    ValueReader.read(value, member.getReturnType())));
    return written;
  }
}
