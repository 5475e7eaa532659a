package dev.rondo.processor.check.subject;

import dev.rondo.processor.diag.Diagnostics;

/**
 * One thing that must hold for a model. A rule says nothing where another one's mistake hides it.
 */
@FunctionalInterface
public interface Rule {
  /** Adds an error for everything that breaks this rule. */
  void check(Subject subject, Diagnostics diagnostics);
}
