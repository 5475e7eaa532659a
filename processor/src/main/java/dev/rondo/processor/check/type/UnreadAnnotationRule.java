package dev.rondo.processor.check.type;

import dev.rondo.data.Text;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Component;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An annotation that no input or output reads says so: without effect it would be a silent mistake.
 * Of a record that is used in several places, each reads what it understands.
 */
public final class UnreadAnnotationRule implements Rule {
  /** An annotation on a component, wherever its record is used. */
  private record Declared(Component component, Values values) {}

  private record Unread(Part part, Use use, String why, Optional<Declared> declared) {}

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Set<Declared> read = new HashSet<>();
    List<Unread> unread = new ArrayList<>();
    for (Part part : subject.parts()) {
      for (Use use : part.uses()) {
        Optional<Declared> declared =
            part.component().map(component -> new Declared(component, use.values()));
        Optional<String> why = Readings.refusal(part, use, subject);
        why.ifPresentOrElse(
            text -> unread.add(new Unread(part, use, text, declared)),
            () -> declared.ifPresent(read::add));
      }
    }
    for (Unread found : unread) {
      if (found.declared().map(read::add).orElse(true)) {
        report(found, diagnostics);
      }
    }
  }

  private static void report(Unread found, Diagnostics diagnostics) {
    diagnostics.error(
        code(found.use()),
        found.use().origin(),
        "%s has no effect, because %s.".formatted(found.part().label(found.use()), found.why()));
  }

  private static Code code(Use use) {
    if (use.is(Text.class)) {
      return Code.TEXT_WITHOUT_TEXT;
    }
    return use.isLayer() ? Code.LAYER_ON_COMPONENT : Code.ANNOTATION_UNREAD;
  }
}
