package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;

/** The values of {@code @Loss} are in range, and suit what is learned. */
public final class LossRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (!part.role().isInput()) {
      part.use(Loss.class)
          .filter(use -> Readings.refusal(part, use, subject).isEmpty())
          .ifPresent(
              use -> {
                checkRanges(part, use, errors);
                checkKind(part, use, errors);
              });
    }
  }

  private static void checkRanges(Part part, Use use, Errors errors) {
    double weight = use.values().decimal("weight");
    if (!(weight > 0 && Double.isFinite(weight))) {
      outOfRange(part, use, "weight", "above 0 and finite", errors);
    }
    double quantile = use.values().decimal("quantile");
    if (!(quantile > 0 && quantile < 1)) {
      outOfRange(part, use, "quantile", "above 0 and below 1", errors);
    }
  }

  private static void outOfRange(Part part, Use use, String member, String range, Errors errors) {
    errors.error(
        Code.LOSS_OUT_OF_RANGE,
        use.origin().member(member),
        "%s has %s = %s, but it must be %s. Change it."
            .formatted(part.label(use), member, use.values().sourceOf(member), range));
  }

  private static void checkKind(Part part, Use use, Errors errors) {
    if (CtcRule.transcribes(part)) {
      return; // which has a rule of its own
    }
    LossKind kind = use.values().constant("kind", LossKind.class);
    boolean numbers = isNumbers(part);
    if (numbers ? kind == LossKind.FOCAL : isOfNumbers(kind)) {
      unsuited(
          part,
          use,
          "kind",
          numbers
              ? "has kind = FOCAL, which is for classes, but %s is learned by how far answers are off. Write MSE, MAE, HUBER or QUANTILE, or remove kind."
                  .formatted(part.type().text())
              : "has kind = %s, which is for numbers, but %s is learned by the probability of what is right. Write FOCAL, or remove kind."
                  .formatted(kind, part.type().text()),
          errors);
    }
    if (numbers && use.values().flag("balanced")) {
      unsuited(
          part,
          use,
          "balanced",
          "has balanced = true, but %s has no classes, of which some could be rare. Remove balanced."
              .formatted(part.type().text()),
          errors);
    }
    if (use.values().writes("quantile") && kind != LossKind.QUANTILE) {
      unsuited(
          part,
          use,
          "quantile",
          "has quantile, which only kind = QUANTILE uses, but kind is %s. Remove quantile, or write kind = QUANTILE."
              .formatted(kind),
          errors);
    }
  }

  private static boolean isNumbers(Part part) {
    return Types.innermost(part.type()) instanceof DeclaredType.Number && !part.has(Category.class);
  }

  private static boolean isOfNumbers(LossKind kind) {
    return switch (kind) {
      case MSE, MAE, HUBER, QUANTILE -> true;
      case DEFAULT, FOCAL -> false;
    };
  }

  private static void unsuited(Part part, Use use, String member, String text, Errors errors) {
    errors.error(Code.LOSS_UNSUITED, use.origin().member(member), part.label(use) + " " + text);
  }
}
