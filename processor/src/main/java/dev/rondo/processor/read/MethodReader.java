package dev.rondo.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredModel.OtherMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the methods of a model, inherited ones with their type arguments filled in. */
final class MethodReader {
  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Types types;
  private final TypeElement model;
  private final List<ExecutableElement> methods;

  MethodReader(ProcessingEnvironment environment, TypeElement model) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.model = model;
    this.methods =
        MoreElements.getLocalAndInheritedMethods(model, types, elements).stream()
            .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
            .toList();
  }

  /** Returns the methods that an implementation must have. */
  List<DeclaredMethod> abstractMethods() {
    return unimplemented().stream().map(this::read).toList();
  }

  /** Returns the methods that an implementation must have, as the compiler knows them. */
  List<ExecutableElement> unimplemented() {
    List<ExecutableElement> remaining = new ArrayList<>();
    for (ExecutableElement method : methods) {
      if (method.getModifiers().contains(Modifier.ABSTRACT)
          && !isOfObject(method)
          && !isClose(method)
          && remaining.stream().noneMatch(other -> overrideEquivalent(method, other))) {
        remaining.add(method);
      }
    }
    return remaining;
  }

  /** Returns the types of what these methods take and return, as the model has them. */
  List<TypeMirror> types() {
    List<TypeMirror> used = new ArrayList<>();
    for (ExecutableElement method : unimplemented()) {
      used.add(member(method).getReturnType());
      used.addAll(member(method).getParameterTypes());
    }
    return used;
  }

  /** Returns the methods that have a body. */
  List<OtherMethod> otherMethods() {
    return methods.stream()
        .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
        .map(method -> new OtherMethod(signature(method), position(method)))
        .toList();
  }

  /** Returns whether the model can be closed. */
  boolean isAutoCloseable() {
    return types.isSubtype(
        types.erasure(model.asType()), elements.getTypeElement("java.lang.AutoCloseable").asType());
  }

  private boolean isOfObject(ExecutableElement method) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .anyMatch(inherited -> overrideEquivalent(method, inherited));
  }

  private boolean isClose(ExecutableElement method) {
    return method.getSimpleName().contentEquals("close")
        && method.getParameters().isEmpty()
        && isAutoCloseable();
  }

  private boolean overrideEquivalent(ExecutableElement a, ExecutableElement b) {
    return a.getSimpleName().equals(b.getSimpleName())
        && types.isSubsignature(member(a), member(b));
  }

  private ExecutableType member(ExecutableElement method) {
    return MoreTypes.asExecutable(types.asMemberOf(MoreTypes.asDeclared(model.asType()), method));
  }

  private String signature(ExecutableElement method) {
    return member(method).getParameterTypes().stream()
        .map(type -> types.erasure(type).toString())
        .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
  }

  private DeclaredMethod read(ExecutableElement method) {
    ExecutableType member = member(method);
    List<DeclaredParameter> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      parameters.add(
          read(method, method.getParameters().get(i), member.getParameterTypes().get(i), i));
    }
    return new DeclaredMethod(
        method.getSimpleName().toString(),
        !method.getTypeParameters().isEmpty(),
        method.isVarArgs(),
        parameters,
        new TypeReader(environment, model, position(method)).read(member.getReturnType()),
        AnnotationReader.read(method, position(method)),
        position(method));
  }

  /** The method is handed over: ECJ does not say from the second round on what is around it. */
  private DeclaredParameter read(
      ExecutableElement method, VariableElement parameter, TypeMirror type, int index) {
    String name = parameter.getSimpleName().toString();
    Position position = isLocal(method) ? Position.of(environment, parameter) : position(method);
    return new DeclaredParameter(
        name,
        isLocal(method) || !name.equals("arg" + index),
        TypeNames.nullable(parameter.getAnnotationMirrors()) || TypeNames.nullable(type),
        new TypeReader(environment, model, position).read(type),
        AnnotationReader.read(parameter, position),
        position);
  }

  /** Inherited methods may have no source: what is wrong with them is shown at the model. */
  private Position position(ExecutableElement method) {
    return Position.of(environment, isLocal(method) ? method : model);
  }

  private boolean isLocal(ExecutableElement method) {
    return Nesting.around(method).equals(model);
  }
}
