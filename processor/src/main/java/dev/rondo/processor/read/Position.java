package dev.rondo.processor.read;

import com.sun.source.util.Trees;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.diag.Severity;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** A place in the source as the compiler knows it. */
record Position(
    Messager messager,
    Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value)
    implements Origin {
  /** A type, method or parameter. */
  static Position of(ProcessingEnvironment environment, Element element) {
    return new Position(environment.getMessager(), element, null, null);
  }

  /**
   * A component of a record. JDK 17 knows no place of it: it is that of the field. A canonical
   * constructor that is not written has the place of the record.
   *
   * @param mentioned where the model mentions the record, for one that has no source
   */
  static Position of(
      ProcessingEnvironment environment, RecordComponentElement component, Position mentioned) {
    Element record = Nesting.around(component);
    Trees trees = UnknownAnnotations.trees(environment).orElse(null);
    if (trees == null || trees.getPath(record) == null) {
      return mentioned;
    }
    for (VariableElement field : ElementFilter.fieldsIn(record.getEnclosedElements())) {
      if (field.getSimpleName().equals(component.getSimpleName())) {
        return of(environment, field);
      }
    }
    return mentioned;
  }

  /** An annotation on this element. */
  Position at(AnnotationMirror mirror) {
    return new Position(messager, element, mirror, null);
  }

  /** This place, also for the members of what only takes effect here. */
  Origin asWhole() {
    return new Whole(this);
  }

  @Override
  public void report(Severity severity, String message) {
    Diagnostic.Kind kind =
        switch (severity) {
          case ERROR -> Diagnostic.Kind.ERROR;
          case WARNING -> Diagnostic.Kind.WARNING;
          case NOTE -> Diagnostic.Kind.NOTE;
        };
    messager.printMessage(kind, message, element, annotation, value);
  }

  @Override
  public Origin member(String name) {
    AnnotationValue written = valueOf(name);
    return written == null ? this : new Position(messager, element, annotation, written);
  }

  @Override
  public Origin member(String name, int index) {
    AnnotationValue written = valueOf(name);
    // A single element may be written without braces; then it has no place of its own.
    if (written != null
        && written.getValue() instanceof List<?> elements
        && elements.size() > 1
        && elements.get(index) instanceof AnnotationValue element) {
      return new Position(messager, this.element, annotation, element);
    }
    return member(name);
  }

  private @Nullable AnnotationValue valueOf(String name) {
    AnnotationMirror around = value == null ? annotation : nested(value);
    if (around == null) {
      return null;
    }
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        around.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Returns the annotation that a member's value is, alone in an array too; null for others. */
  private static @Nullable AnnotationMirror nested(AnnotationValue value) {
    if (value.getValue() instanceof AnnotationMirror mirror) {
      return mirror;
    }
    return value.getValue() instanceof List<?> elements
            && elements.size() == 1
            && elements.get(0) instanceof AnnotationValue only
            && only.getValue() instanceof AnnotationMirror mirror
        ? mirror
        : null;
  }

  /** The use of a composed annotation: what is inside has no place in this source. */
  private record Whole(Position position) implements Origin {
    @Override
    public void report(Severity severity, String message) {
      position.report(severity, message);
    }
  }
}
