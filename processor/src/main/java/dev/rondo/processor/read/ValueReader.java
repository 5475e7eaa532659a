package dev.rondo.processor.read;

import dev.rondo.processor.declared.Language;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.declared.Values.Constant;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Reads the value of an annotation's member. Where an expression is wrong or not known yet, javac
 * gives a string instead of what the member's type says.
 */
final class ValueReader extends SimpleAnnotationValueVisitor14<Object, TypeMirror> {
  static Object read(AnnotationValue value, TypeMirror type) {
    return value.accept(new ValueReader(), type);
  }

  @Override
  protected Object defaultAction(Object value, TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return value;
    }
    throw new UnresolvedException(type + " " + value);
  }

  @Override
  public Object visitString(String value, TypeMirror type) {
    boolean expected = type.getKind() == TypeKind.DECLARED && !value.equals("<error>");
    if (expected && type.toString().equals(String.class.getName())) {
      return value;
    }
    throw new UnresolvedException(type + " " + value);
  }

  @Override
  public Object visitEnumConstant(VariableElement constant, TypeMirror type) {
    return new Constant(constant.getSimpleName().toString());
  }

  @Override
  public Object visitAnnotation(AnnotationMirror annotation, TypeMirror type) {
    return Language.annotation(Composition.typeOf(annotation).getQualifiedName().toString())
        .map(own -> new Values(own, AnnotationReader.written(annotation)))
        .orElseThrow(() -> new UnresolvedException(type + " " + annotation));
  }

  @Override
  public Object visitArray(List<? extends AnnotationValue> values, TypeMirror type) {
    if (!(type instanceof ArrayType array)) {
      throw new UnresolvedException(type + " " + values);
    }
    return values.stream().map(value -> value.accept(this, array.getComponentType())).toList();
  }
}
