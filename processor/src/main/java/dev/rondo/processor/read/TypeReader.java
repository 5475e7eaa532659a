package dev.rondo.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.rondo.Prediction;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.DeclaredType.Kind;
import dev.rondo.processor.graph.TypeRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the types of parameters and of what a method returns. */
final class TypeReader {
  private final Elements elements;
  private final Types types;

  TypeReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Reads a type as it is seen from a model. */
  DeclaredType read(TypeMirror type, TypeElement model) {
    if (TypeNames.unresolved(type)) {
      throw new UnresolvedException(type.toString());
    }
    if (isPrediction(type)) {
      TypeMirror answer = MoreTypes.asDeclared(type).getTypeArguments().get(0);
      Kind kind = isSame(answer, type(Boolean.class)) ? Kind.BOOLEAN : kind(answer);
      boolean scored = kind == Kind.BOOLEAN || kind == Kind.ENUM;
      return declared(scored ? kind : Kind.OTHER, type, answer, true, model);
    }
    return declared(kind(type), type, type, false, model);
  }

  private DeclaredType declared(
      Kind kind, TypeMirror type, TypeMirror answer, boolean scored, TypeElement model) {
    Optional<TypeElement> enumType =
        kind == Kind.ENUM ? Optional.of(MoreTypes.asTypeElement(answer)) : Optional.empty();
    return new DeclaredType(
        kind,
        TypeNames.text(type),
        scored,
        enumType.map(TypeReader::nameOf),
        enumType.map(TypeReader::constantsOf).orElse(0),
        enumType.map(found -> accessible(found, model)).orElse(true));
  }

  private Kind kind(TypeMirror type) {
    TypeMirror string = type(String.class);
    if (isSame(type, string)) {
      return Kind.STRING;
    }
    if (isSame(type, types.getArrayType(string))) {
      return Kind.STRING_ARRAY;
    }
    if (isSame(type, types.getDeclaredType(element(List.class), string))) {
      return Kind.STRING_LIST;
    }
    return switch (type.getKind()) {
      case VOID -> Kind.VOID;
      case BOOLEAN -> Kind.BOOLEAN;
      case DECLARED -> kindOf(MoreTypes.asTypeElement(type).getKind());
      default -> Kind.OTHER;
    };
  }

  private static Kind kindOf(ElementKind kind) {
    return switch (kind) {
      case ENUM -> Kind.ENUM;
      case RECORD -> Kind.RECORD;
      default -> Kind.OTHER;
    };
  }

  private boolean isPrediction(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && MoreTypes.isTypeOf(Prediction.class, type)
        && MoreTypes.asDeclared(type).getTypeArguments().size() == 1;
  }

  private boolean isSame(TypeMirror a, TypeMirror b) {
    return types.isSameType(a, b);
  }

  private TypeMirror type(Class<?> type) {
    return element(type).asType();
  }

  private TypeElement element(Class<?> type) {
    return elements.getTypeElement(type.getCanonicalName());
  }

  private static int constantsOf(TypeElement type) {
    return (int)
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
            .count();
  }

  private static boolean accessible(TypeElement type, TypeElement model) {
    boolean samePackage = MoreElements.getPackage(type).equals(MoreElements.getPackage(model));
    return Nesting.all(type, Modifier.PUBLIC)
        || (samePackage && !Nesting.any(type, Modifier.PRIVATE));
  }

  /** Returns the name of a type. */
  static TypeRef nameOf(TypeElement type) {
    return new TypeRef(
        MoreElements.getPackage(type).getQualifiedName().toString(),
        Nesting.of(type).stream().map(part -> part.getSimpleName().toString()).toList());
  }
}
