package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.type.NumberType;
import java.util.Optional;

/**
 * An array of numbers says whether they come one after the other, or belong together. What no array
 * is read of, {@link InputTypeRule} says.
 */
public final class NumberArrayRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.type() instanceof DeclaredType.Array array
        && Types.isNumberArray(array)
        && !Types.is(array.element(), NumberType.BYTE)
        && !Types.is(array.element(), NumberType.SHORT)
        && !part.has(Category.class)
        && !(part.role() == Role.OUTPUT && subject.forecasts())
        && (part.role().isInput() || Types.isDecimal(array.element()))) {
      check(part, array, errors);
    }
  }

  private static void check(Part part, DeclaredType.Array array, Errors errors) {
    Optional<Use> series = part.use(Series.class);
    Optional<Use> vector = part.use(Vector.class);
    boolean whole = Types.is(array.element(), NumberType.INT);
    if (series.isPresent() && vector.isPresent()) {
      both(part, series.get(), errors);
    } else if (whole && vector.isPresent()) {
      errors.error(
          Code.VECTOR_OF_WHOLE_NUMBERS,
          vector.get().origin(),
          "%s makes one vector of an int[], but vectors are of float or double. Write float[]%s."
              .formatted(part.label(vector.get()), categories(part)));
    } else if (series.isEmpty() && vector.isEmpty()) {
      neither(part, array, errors);
    }
  }

  private static String categories(Part part) {
    return part.role() == Role.INPUT ? ", or @Category int[] if they are ids" : "";
  }

  private static void both(Part part, Use series, Errors errors) {
    errors.error(
        Code.SERIES_AND_VECTOR,
        series.origin(),
        "%s has @Series, one number a step, and @Vector, numbers that belong together. Remove one of"
                .formatted(part.label())
            + " the two.");
  }

  private static void neither(Part part, DeclaredType.Array array, Errors errors) {
    Origin origin = part.origin();
    String type = array.text();
    String found = "%s %s %s".formatted(part.label(), verb(part), type);
    if (!part.isWhole()) {
      errors.error(
          Code.ARRAY_AMBIGUOUS,
          origin,
          found
              + ", but does not say how many numbers it has. Write @Vector(3) float[], if there are"
              + " three.");
    } else if (Types.is(array.element(), NumberType.INT)
        || Types.is(array.element(), NumberType.LONG)) {
      errors.error(
          Code.ARRAY_AMBIGUOUS,
          origin,
          found
              + ", but does not say what its numbers are. Write @Series int[] for one value a step,"
              + " or"
              + " @Category %s for ids.".formatted(type));
    } else if (Types.isDecimal(array.element())) {
      errors.error(
          Code.ARRAY_AMBIGUOUS,
          origin,
          found
              + ", but does not say how its numbers belong together. Write @Series for one number a"
              + " step, or @Vector(3) for one vector, if there are three.");
    }
  }

  private static String verb(Part part) {
    return part.role() == Role.OUTPUT ? "returns" : "is of type";
  }
}
