package dev.rondo.processor.read;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** What types are made of. */
final class TypeNames {
  private static final List<String> NULLABLE = List.of("Nullable", "CheckForNull");

  private TypeNames() {}

  /** Returns whether a type, or a part of it, is not known. */
  static boolean unresolved(TypeMirror type) {
    return parts(type).anyMatch(part -> part.getKind() == TypeKind.ERROR);
  }

  /** Returns whether a type, or a part of it, is annotated as nullable. */
  static boolean nullable(TypeMirror type) {
    return parts(type).anyMatch(part -> nullable(part.getAnnotationMirrors()));
  }

  /** Returns whether one of the annotations says that null is a value. */
  static boolean nullable(List<? extends AnnotationMirror> annotations) {
    return annotations.stream()
        .map(mirror -> mirror.getAnnotationType().asElement().getSimpleName().toString())
        .anyMatch(NULLABLE::contains);
  }

  /** Returns a type as users write it, without packages: {@code List<String>}. */
  static String text(TypeMirror type) {
    return type.accept(new Text(), null);
  }

  private static Stream<TypeMirror> parts(TypeMirror type) {
    Stream<TypeMirror> inside = Stream.empty();
    if (type instanceof ArrayType array) {
      inside = parts(array.getComponentType());
    } else if (type instanceof DeclaredType declared) {
      inside = declared.getTypeArguments().stream().flatMap(TypeNames::parts);
    } else if (type instanceof WildcardType wildcard) {
      inside =
          Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
              .flatMap(Stream::ofNullable)
              .flatMap(TypeNames::parts);
    }
    return Stream.concat(Stream.of(type), inside);
  }

  private static final class Text extends SimpleTypeVisitor14<String, Void> {
    @Override
    protected String defaultAction(TypeMirror type, Void unused) {
      return type.toString();
    }

    @Override
    public String visitArray(ArrayType type, Void unused) {
      return type.getComponentType().accept(this, null) + "[]";
    }

    @Override
    public String visitDeclared(DeclaredType type, Void unused) {
      String arguments =
          type.getTypeArguments().stream()
              .map(argument -> argument.accept(this, null))
              .collect(Collectors.joining(", "));
      String name = type.asElement().getSimpleName().toString();
      return arguments.isEmpty() ? name : name + "<" + arguments + ">";
    }

    @Override
    public String visitError(ErrorType type, Void unused) {
      return type.toString();
    }

    @Override
    public String visitWildcard(WildcardType type, Void unused) {
      if (type.getExtendsBound() != null) {
        return "? extends " + type.getExtendsBound().accept(this, null);
      }
      return type.getSuperBound() == null
          ? "?"
          : "? super " + type.getSuperBound().accept(this, null);
    }
  }
}
