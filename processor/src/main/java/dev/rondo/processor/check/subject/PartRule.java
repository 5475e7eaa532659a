package dev.rondo.processor.check.subject;

import dev.rondo.processor.check.subject.Part.Component;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Origin;
import java.util.HashSet;
import java.util.Set;

/**
 * A rule about each value that a model takes or gives, and each component of their records. What is
 * wrong with a component is said once, even where its record is used in several places.
 */
public abstract class PartRule implements Rule {
  /** Takes what is wrong with one part. */
  @FunctionalInterface
  public interface Errors {
    void error(Code code, Origin origin, String text);
  }

  /**
   * What has been said.
   *
   * @param index how many errors of the same use come before it
   */
  private record Said(Component component, Code code, int index) {}

  private static final class OfPart implements Errors {
    private final Part part;
    private final Set<Said> said;
    private final Diagnostics diagnostics;
    private int index;

    OfPart(Part part, Set<Said> said, Diagnostics diagnostics) {
      this.part = part;
      this.said = said;
      this.diagnostics = diagnostics;
    }

    @Override
    public void error(Code code, Origin origin, String text) {
      int place = index++;
      boolean isNew =
          part.component()
              .map(component -> said.add(new Said(component, code, place)))
              .orElse(true);
      if (isNew) {
        diagnostics.error(code, origin, text);
      }
    }
  }

  @Override
  public final void check(Subject subject, Diagnostics diagnostics) {
    Set<Said> said = new HashSet<>();
    for (Part part : subject.parts()) {
      check(part, subject, new OfPart(part, said, diagnostics));
    }
  }

  /** Checks one part. */
  protected abstract void check(Part part, Subject subject, Errors errors);
}
