package dev.rondo.processor.check;

import dev.rondo.data.Calendar;
import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.task.Loss;
import java.lang.annotation.Annotation;
import java.util.List;

/**
 * An annotation that no input or output reads says so: without effect it would be a silent mistake.
 */
final class UnreadAnnotationRule implements Rule {
  private static final List<Class<? extends Annotation>> UNREAD =
      List.of(
          Series.class,
          Vector.class,
          Category.class,
          Scale.class,
          Calendar.class,
          Elapsed.class,
          Missing.class,
          Loss.class);

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject
        .uses()
        .all()
        .filter(use -> UNREAD.stream().anyMatch(use::is))
        .forEach(
            use ->
                diagnostics.error(
                    Code.ANNOTATION_UNREAD,
                    use.origin(),
                    "%s has no effect, because models do not take typed data yet. Remove it."
                        .formatted(use.label())));
  }
}
