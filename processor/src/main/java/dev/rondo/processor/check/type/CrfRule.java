package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.layer.Crf;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code @Crf} is for one class at each step, and its loss is the probability of a tagging. */
public final class CrfRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Stream.concat(
            subject.uses().trunk().stream(),
            subject.uses().inputs().stream().flatMap(inputs -> inputs.stream()))
        .filter(use -> use.is(Crf.class))
        .forEach(use -> misplaced(use, subject, diagnostics));
    for (Part part : subject.parts()) {
      Optional<Use> use = part.use(Crf.class);
      if (!part.role().isInput()
          && use.isPresent()
          && Readings.refusal(part, use.get(), subject).isEmpty()) {
        checkType(part, use.get(), subject, diagnostics);
        checkLoss(part, diagnostics);
      }
    }
  }

  private static void misplaced(Use use, Subject subject, Diagnostics diagnostics) {
    diagnostics.error(
        Code.CRF_UNSUITED,
        use.origin(),
        "%s decides on the answers of an output, and stands on none. Write it on \"%s\", or on a"
                .formatted(use.label(), subject.methodName())
            + " component of the record that it returns.");
  }

  private static void checkType(Part part, Use use, Subject subject, Diagnostics diagnostics) {
    DeclaredType type = part.type();
    boolean text = subject.writesText();
    boolean steps = part.role() == Role.ANSWER_OF_STEP || type instanceof DeclaredType.ListOf;
    DeclaredType answer = type instanceof DeclaredType.ListOf list ? list.element() : type;
    if (answer instanceof DeclaredType.Scored scored) {
      answer = scored.answer();
    }
    boolean classes =
        answer instanceof DeclaredType.Enumeration
            || (part.has(Category.class) && Types.canBeSymbol(answer));
    if (steps && classes && !text) {
      return;
    }
    diagnostics.error(
        Code.CRF_UNSUITED,
        use.origin(),
        "%s learns which class follows which, step by step, but %s %s. %s"
            .formatted(
                part.label(use),
                part.role() == Role.OUTPUT ? "it returns" : "it is",
                type.text(),
                fix(answer, classes && !text, steps)));
  }

  private static String fix(DeclaredType answer, boolean classes, boolean steps) {
    if (classes) {
      return "Write List<%s> for a class at each step, or remove @Crf.".formatted(answer.text());
    }
    return answer instanceof DeclaredType.Flag && steps
        ? "Write an enum of two constants in place of Boolean, or remove @Crf."
        : "Answer with a List of an enum, or remove @Crf.";
  }

  private static void checkLoss(Part part, Diagnostics diagnostics) {
    Optional<Use> loss = part.use(Loss.class);
    loss.filter(use -> use.values().constant("kind", LossKind.class) == LossKind.FOCAL)
        .ifPresent(use -> unsuited(part, use, "kind", "kind = FOCAL", diagnostics));
    loss.filter(use -> use.values().flag("balanced"))
        .ifPresent(use -> unsuited(part, use, "balanced", "balanced = true", diagnostics));
  }

  private static void unsuited(
      Part part, Use use, String member, String written, Diagnostics diagnostics) {
    diagnostics.error(
        Code.CRF_LOSS,
        use.origin().member(member),
        "%s has %s, which weighs the answer of each step, but @Crf learns all steps of a sequence by"
                .formatted(part.label(use), written)
            + " one probability. Remove %s, or @Crf.".formatted(member));
  }
}
