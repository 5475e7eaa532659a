package dev.rondo.processor.check.model;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Component;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredAnnotation;
import dev.rondo.processor.declared.DeclaredAnnotation.Composed;
import dev.rondo.processor.declared.DeclaredAnnotation.Fault;
import dev.rondo.processor.declared.DeclaredAnnotation.Own;
import dev.rondo.processor.declared.DeclaredModel.Place;
import dev.rondo.processor.declared.Language;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Composed annotations carry layers and {@code @Text} only, and can be expanded in order. */
public final class CompositionRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (Place place : subject.model().places()) {
      check(place.annotations(), "\"" + place.name() + "\"", diagnostics);
    }
    Set<Component> checked = new HashSet<>();
    for (Part part : subject.parts()) {
      boolean nested = part.role() == Role.OF_STEP || part.role() == Role.OF_VECTOR;
      if (nested && checked.add(part.component().orElseThrow())) {
        check(part.annotations(), part.label(), diagnostics);
      }
    }
  }

  private static void check(
      List<DeclaredAnnotation> annotations, String label, Diagnostics diagnostics) {
    for (DeclaredAnnotation annotation : annotations) {
      if (annotation instanceof Composed composed) {
        check(composed, composed.name() + " on " + label, diagnostics);
      }
    }
  }

  private static void check(Composed composed, String label, Diagnostics diagnostics) {
    for (Fault fault : Fault.values()) {
      if (composed.faults().contains(fault)) {
        diagnostics.error(code(fault), composed.origin(), label + " " + text(fault));
      }
    }
    for (DeclaredAnnotation part : composed.parts()) {
      if (part instanceof Composed inner) {
        check(inner, inner.name() + " in " + label, diagnostics);
      } else if (part instanceof Own own && isForbidden(own)) {
        diagnostics.error(
            Code.COMPOSED_OF_FORBIDDEN,
            own.origin(),
            "%s carries %s, but a composed annotation carries only layers, @Text and other composed"
                    .formatted(label, Language.nameOf(own.values().annotation()))
                + " annotations. Write it on the interface instead.");
      }
    }
  }

  private static boolean isForbidden(Own own) {
    return own.values().annotation() == SequenceModel.class
        || own.values().annotation() == Training.class;
  }

  private static Code code(Fault fault) {
    return switch (fault) {
      case CARRIES_ITSELF -> Code.COMPOSED_OF_ITSELF;
      case HAS_MEMBERS -> Code.COMPOSED_WITH_MEMBERS;
      case NOT_CLASS_RETENTION -> Code.COMPOSED_RETENTION;
      case REPEATABLE -> Code.COMPOSED_REPEATABLE;
    };
  }

  private static String text(Fault fault) {
    return switch (fault) {
      case CARRIES_ITSELF ->
          "contains itself, so that it never ends. Remove it from its own declaration.";
      case HAS_MEMBERS ->
          "has members of its own, but a composed annotation stands for what it carries and nothing"
              + " else. Remove the members.";
      case NOT_CLASS_RETENTION ->
          "has a @Retention other than CLASS, with which class files lose the order of layers."
              + " Remove @Retention.";
      case REPEATABLE ->
          "is @Repeatable, but repeated annotations lose their order among the other layers. Remove"
              + " @Repeatable.";
    };
  }
}
