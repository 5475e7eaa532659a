package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.task.Ctc;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;
import java.util.Optional;

/** {@code @Ctc} reads a {@code String} off the steps, and has a loss of its own. */
public final class CtcRule extends PartRule {
  private static final int MOST_BEAM = 1_000;

  /** Returns whether a text is read off the steps. */
  static boolean transcribes(Part part) {
    return !part.role().isInput() && part.type().isText() && part.has(Ctc.class);
  }

  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    Optional<Use> ctc = part.use(Ctc.class);
    if (ctc.isEmpty()) {
      return;
    }
    Use use = ctc.get();
    String why = "";
    if (part.role().isInput()) {
      why = "an input is nothing that is answered. Remove it.";
    } else if (subject.writesText()) {
      why = "\"%s\" writes its text token by token. Keep one of the two.".formatted(part.owner());
    } else if (!part.type().isText()) {
      why =
          "%s is %s, and it reads a text off the steps. Write String, or remove it."
              .formatted(part.label(), part.type().text());
    } else if (part.has(Category.class)) {
      why = "@Category names one of the classes seen in training. Keep one of the two.";
    }
    if (!why.isEmpty()) {
      errors.error(
          Code.CTC_UNSUITED,
          use.origin(),
          "%s has no effect, because %s".formatted(part.label(use), why));
      return;
    }
    int beam = use.values().integer("beam");
    if (beam < 1 || beam > MOST_BEAM) {
      errors.error(
          Code.CTC_VALUE_OUT_OF_RANGE,
          use.origin().member("beam"),
          "%s has beam = %s, but it must be 1 to 1,000. Change it."
              .formatted(part.label(use), beam));
    }
    part.use(Loss.class).ifPresent(loss -> checkLoss(part, loss, errors));
  }

  private static void checkLoss(Part part, Use loss, Errors errors) {
    LossKind kind = loss.values().constant("kind", LossKind.class);
    if (kind != LossKind.DEFAULT) {
      unsuited(part, loss, "kind", "kind = " + kind, errors);
    }
    if (loss.values().flag("balanced")) {
      unsuited(part, loss, "balanced", "balanced = true", errors);
    }
  }

  private static void unsuited(Part part, Use loss, String member, String written, Errors errors) {
    errors.error(
        Code.LOSS_UNSUITED,
        loss.origin().member(member),
        "%s has %s, but @Ctc learns a text by its probability as a whole. Remove %s."
            .formatted(part.label(loss), written, member));
  }
}
