package dev.rondo.processor.check.model;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredModel.Trait;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;

/** A model is an interface that a generated class can implement. */
public final class InterfaceRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    String kind = subject.model().kind();
    if (!kind.equals("interface")) {
      String article = kind.startsWith("e") ? "an " : "a ";
      error(
          subject,
          diagnostics,
          Code.NOT_AN_INTERFACE,
          article
              + kind
              + ", but a @SequenceModel must be an interface. Make it an interface with one"
              + " abstract method.");
      return;
    }
    if (subject.model().traits().contains(Trait.PRIVATE)) {
      error(
          subject,
          diagnostics,
          Code.PRIVATE_MODEL,
          "private or nested in a private type, so that no generated class can implement it."
              + " Remove private.");
    }
    if (subject.model().traits().contains(Trait.SEALED)) {
      error(
          subject,
          diagnostics,
          Code.SEALED_MODEL,
          "sealed, so that no generated class can implement it. Remove sealed.");
    }
    if (subject.model().traits().contains(Trait.GENERIC)) {
      error(
          subject,
          diagnostics,
          Code.GENERIC_MODEL,
          "generic, but a network is built for fixed types. Remove its type parameters, or write"
              + " @SequenceModel on an interface that extends this one with type arguments.");
    }
  }

  private static void error(Subject subject, Diagnostics diagnostics, Code code, String what) {
    diagnostics.error(code, subject.model().origin(), "\"" + subject.name() + "\" is " + what);
  }
}
