package dev.rondo.processor.diag;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one model, so that all of it is reported at once. */
public final class Diagnostics {
  private final List<Problem> problems = new ArrayList<>();

  private record Problem(Severity severity, Code code, Origin origin, String text) {}

  /** Adds an error: what is wrong, found against expected, and one sentence that fixes it. */
  public void error(Code code, Origin origin, String text) {
    add(Severity.ERROR, code, origin, text);
  }

  /** Adds what is of some severity. */
  public void add(Severity severity, Code code, Origin origin, String text) {
    problems.add(new Problem(severity, code, origin, text));
  }

  /** Returns whether there is any error so far. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /** Returns whether generated classes could at least be declared. */
  public boolean leaveApiReadable() {
    return problems.stream().noneMatch(problem -> problem.code().spoilsApi());
  }

  /** Shows everything, in the order in which they were found. */
  public void report() {
    for (Problem problem : problems) {
      problem
          .origin()
          .report(problem.severity(), "[" + problem.code().text() + "] " + problem.text());
    }
  }
}
