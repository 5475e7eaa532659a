package dev.rondo.processor.check.type;

import dev.rondo.data.Calendar;
import dev.rondo.data.CalendarField;
import dev.rondo.data.Elapsed;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Suggestions;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.type.TimeType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** {@code @Calendar} names fields that the type has, each once, and a zone that exists. */
public final class CalendarRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.role().isInput()
        && !part.has(Elapsed.class)
        && Types.innermost(part.type()) instanceof DeclaredType.Time time) {
      part.use(Calendar.class)
          .ifPresent(
              use -> {
                checkFields(part, use, time.type(), errors);
                checkZone(part, use, time.type(), errors);
              });
    }
  }

  private static void checkFields(Part part, Use use, TimeType type, Errors errors) {
    List<CalendarField> fields = use.values().constants("fields", CalendarField.class);
    for (int i = 0; i < fields.size(); i++) {
      CalendarField field = fields.get(i);
      boolean known = field == CalendarField.HOUR_OF_DAY ? type.hasTime() : type.hasDate();
      if (!known) {
        errors.error(
            Code.ANNOTATION_UNREAD,
            use.origin().member("fields", i),
            "%s has %s, but %s has no %s. Remove it."
                .formatted(
                    part.label(use),
                    field,
                    type.simpleName(),
                    field == CalendarField.HOUR_OF_DAY ? "time of day" : "date"));
      } else if (fields.indexOf(field) < i) {
        errors.error(
            Code.ANNOTATION_UNREAD,
            use.origin().member("fields", i),
            "%s has %s twice. Remove one of them.".formatted(part.label(use), field));
      }
    }
  }

  private static void checkZone(Part part, Use use, TimeType type, Errors errors) {
    String zone = use.values().text("zone");
    if (zone.isEmpty()) {
      return;
    }
    if (!type.isZoned()) {
      errors.error(
          Code.ANNOTATION_UNREAD,
          use.origin().member("zone"),
          "%s has zone = \"%s\", but %s is read as it is: it is no point in time that zones see"
                  .formatted(part.label(use), zone, type.simpleName())
              + " differently. Remove zone.");
    } else if (!exists(zone)) {
      errors.error(
          Code.CALENDAR_ZONE,
          use.origin().member("zone"),
          "%s has zone = \"%s\", which is no time zone.%s Write one such as \"Europe/Berlin\"."
              .formatted(
                  part.label(use),
                  zone,
                  Suggestions.closest(zone, ZoneId.getAvailableZoneIds())
                      .map(name -> " Did you mean \"" + name + "\"?")
                      .orElse("")));
    }
  }

  private static boolean exists(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
