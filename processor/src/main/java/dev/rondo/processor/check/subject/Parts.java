package dev.rondo.processor.check.subject;

import dev.rondo.processor.check.subject.Part.Component;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.DeclaredType.Record;
import dev.rondo.processor.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds all that a model takes and gives, each value before its components. */
final class Parts {
  private final List<Part> parts = new ArrayList<>();

  private Parts() {}

  static List<Part> of(Subject subject) {
    Parts found = new Parts();
    subject.model().spread().ifPresent(found::addSpread);
    Optional<TypeRef> around =
        subject.model().spread().flatMap(spread -> spread.type().asRecord()).map(Record::type);
    for (DeclaredParameter input : subject.parameters()) {
      found.addInput(input, around.map(type -> new Component(type, input.name())));
    }
    subject.model().method().ifPresent(found::addOutput);
    return List.copyOf(found.parts);
  }

  private void addSpread(DeclaredParameter parameter) {
    parts.add(whole(Role.SPREAD, parameter, Optional.empty()));
  }

  private static Part whole(Role role, DeclaredParameter parameter, Optional<Component> component) {
    return new Part(
        role,
        parameter.name(),
        "",
        parameter.type(),
        parameter.nullable(),
        parameter.annotations(),
        component,
        parameter.origin());
  }

  private void addInput(DeclaredParameter parameter, Optional<Component> component) {
    Part part = whole(Role.INPUT, parameter, component);
    parts.add(part);
    Role role = Types.element(part.type()).isPresent() ? Role.OF_STEP : Role.OF_VECTOR;
    addComponents(part, Types.element(part.type()).orElse(part.type()), role);
  }

  private void addOutput(DeclaredMethod method) {
    Part whole =
        new Part(
            Role.OUTPUT,
            method.name(),
            "",
            method.returns(),
            false,
            method.annotations(),
            Optional.empty(),
            method.origin());
    parts.add(whole);
    Role role = Types.element(whole.type()).isPresent() ? Role.ANSWER_OF_STEP : Role.ANSWER;
    addComponents(whole, Types.element(whole.type()).orElse(whole.type()), role);
  }

  /** Records in a returned record are no outputs, so that nothing is said of their components. */
  private void addComponents(Part around, DeclaredType type, Role role) {
    if (!(type instanceof Record record) || (!role.isInput() && !around.isWhole())) {
      return;
    }
    for (DeclaredComponent component : record.components()) {
      String path = around.isWhole() ? component.name() : around.path() + "." + component.name();
      Part part =
          new Part(
              role,
              role.isInput() ? around.owner() : record.type().simpleName(),
              path,
              component.type(),
              component.nullable(),
              component.annotations(),
              Optional.of(new Component(record.type(), component.name())),
              component.origin());
      parts.add(part);
      addComponents(part, part.type(), role);
    }
  }
}
