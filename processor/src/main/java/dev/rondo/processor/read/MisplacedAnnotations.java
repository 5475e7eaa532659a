package dev.rondo.processor.read;

import com.google.auto.common.MoreElements;
import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds annotations of the language that stand where nothing reads them. */
public final class MisplacedAnnotations {
  private final ProcessingEnvironment environment;
  private final UnknownAnnotations unknown;

  public MisplacedAnnotations(ProcessingEnvironment environment) {
    this.environment = environment;
    this.unknown = new UnknownAnnotations(environment);
  }

  /**
   * Reports the misplaced annotations of a round, one for each element.
   *
   * @param annotations the annotations that are present in the round
   */
  public void report(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Map<Element, AnnotationMirror> misplaced = new LinkedHashMap<>();
    for (TypeElement annotation : annotations) {
      if (Composition.isMeaningful(annotation)) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
          if (problem(element, round).isPresent()) {
            first(element).ifPresent(mirror -> misplaced.putIfAbsent(element, mirror));
          }
        }
      }
    }
    misplaced.forEach((element, mirror) -> report(element, mirror, round));
  }

  private void report(Element element, AnnotationMirror mirror, RoundEnvironment round) {
    Problem problem = problem(element, round).orElseThrow();
    Position.of(environment, element)
        .at(mirror)
        .report(
            Severity.ERROR,
            "[%s] @%s on \"%s\" has no effect: %s"
                .formatted(
                    problem.code().text(),
                    mirror.getAnnotationType().asElement().getSimpleName(),
                    element.getSimpleName(),
                    problem.text()));
  }

  private record Problem(Code code, String text) {}

  /** The order of the annotations present in a round is not that in the source. */
  private static Optional<AnnotationMirror> first(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (Composition.isMeaningful(MoreElements.asType(mirror.getAnnotationType().asElement()))) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> problem(Element element, RoundEnvironment round) {
    return switch (element.getKind()) {
      case ANNOTATION_TYPE -> ofAnnotation(element, round);
      case INTERFACE, CLASS, ENUM, RECORD ->
          isModel(element) || unknown.isOn(element)
              ? Optional.empty()
              : Optional.of(noModel(element, round, "Move the annotation to \"%s\""));
      case METHOD -> ofMethod(element, round);
      case PARAMETER -> ofParameter(Nesting.around(element), round);
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> ofAnnotation(Element annotation, RoundEnvironment round) {
    // where it is used, the error stands there
    if (isModel(annotation)
        && round.getElementsAnnotatedWith(MoreElements.asType(annotation)).isEmpty()) {
      return Optional.of(
          new Problem(
              Code.NOT_AN_INTERFACE,
              "\"%s\" is an annotation, but a @SequenceModel must be an interface. Write interface in"
                      .formatted(annotation.getSimpleName())
                  + " place of @interface."));
    }
    boolean shared = annotation.getAnnotation(Shared.class) != null;
    return shared && !Composition.carriesMoreThanShared(MoreElements.asType(annotation))
        ? Optional.of(
            new Problem(
                Code.NO_EFFECT,
                "the annotation carries no layer and no @Text to share. Add some, or remove"
                    + " @Shared."))
        : Optional.empty();
  }

  /** To the compiler of Eclipse the parameters of a record's constructor belong to the record. */
  private Optional<Problem> ofParameter(Element around, RoundEnvironment round) {
    return around.getKind() == ElementKind.RECORD ? Optional.empty() : ofMethod(around, round);
  }

  private Optional<Problem> ofMethod(Element method, RoundEnvironment round) {
    Element type = Nesting.around(method);
    if (type.getKind() == ElementKind.RECORD || unknown.isOn(type)) {
      return Optional.empty();
    }
    if (!isModel(type)) {
      return Optional.of(
          noModel(type, round, "Declare the method in \"%s\" again, with the annotation"));
    }
    return method.getModifiers().contains(Modifier.ABSTRACT)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                Code.NO_EFFECT,
                "\"%s\" is not the method that a model implements. Move it to the interface, or to"
                        .formatted(method.getSimpleName())
                    + " the abstract method."));
  }

  private static boolean isModel(Element type) {
    return type.getAnnotation(SequenceModel.class) != null;
  }

  /**
   * Returns that a type is no model.
   *
   * @param move the sentence of what to do where a model extends it, with a place for its name
   */
  private Problem noModel(Element type, RoundEnvironment round, String move) {
    Optional<TypeElement> heir =
        ElementFilter.typesIn(round.getElementsAnnotatedWith(SequenceModel.class)).stream()
            .filter(model -> !model.equals(type) && extendsIt(model, type))
            .findFirst();
    String start = "\"%s\" is no @SequenceModel".formatted(type.getSimpleName());
    return new Problem(
        Code.NOT_A_MODEL,
        heir.map(
                model ->
                    "%s, and the model \"%s\" inherits nothing from it but the method. %s."
                        .formatted(
                            start, model.getSimpleName(), move.formatted(model.getSimpleName())))
            .orElse(start + ". Write @SequenceModel on it, or remove the annotation."));
  }

  private boolean extendsIt(TypeElement model, Element type) {
    Types types = environment.getTypeUtils();
    return types.isSubtype(types.erasure(model.asType()), types.erasure(type.asType()));
  }
}
