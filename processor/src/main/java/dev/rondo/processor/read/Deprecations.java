package dev.rondo.processor.read;

import com.google.auto.common.MoreElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds out what the compiler would warn of where generated code names the user's own types. */
final class Deprecations {
  private Deprecations() {}

  /**
   * Returns the warnings to suppress, by the names that {@code @SuppressWarnings} has for them.
   *
   * @param methods those of the model
   */
  static List<String> warnings(TypeElement model, MethodReader methods) {
    List<Element> named = new ArrayList<>(Nesting.of(model));
    named.addAll(methods.unimplemented());
    methods.types().forEach(type -> addTypes(type, named));
    for (TypeElement record : UsedRecords.in(methods.types())) {
      for (RecordComponentElement component : record.getRecordComponents()) {
        if (component.getAccessor() != null) { // else its name is one of Object's, as javac says
          named.add(component.getAccessor());
        }
        addTypes(component.asType(), named);
      }
    }
    Set<String> warnings = new TreeSet<>();
    for (Element element : named) {
      Deprecated deprecated = element.getAnnotation(Deprecated.class);
      if (deprecated != null) {
        warnings.add(deprecated.forRemoval() ? "removal" : "deprecation");
      }
    }
    return List.copyOf(warnings);
  }

  private static void addTypes(TypeMirror type, List<Element> named) {
    if (type instanceof ArrayType array) {
      addTypes(array.getComponentType(), named);
    } else if (type instanceof DeclaredType declared) {
      if (MoreElements.isType(declared.asElement())) {
        named.addAll(Nesting.of(MoreElements.asType(declared.asElement())));
      }
      declared.getTypeArguments().forEach(argument -> addTypes(argument, named));
    }
  }
}
