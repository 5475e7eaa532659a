package dev.rondo.processor.check.layer;

import dev.rondo.layer.Convolution;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.check.type.AnswerOfStepsRule;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import java.util.List;

/** A sequence model has a recurrent layer, or convolutions of which it says how they are pooled. */
public final class RecurrentLayerRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    boolean recurrent =
        subject
            .uses()
            .standing()
            .anyMatch(use -> use.is(LSTM.class) || use.is(GRU.class) || use.is(Recurrent.class));
    boolean pooled =
        subject.uses().standing().anyMatch(use -> use.is(Convolution.class))
            && subject.uses().standing().anyMatch(use -> use.is(Pool.class));
    if (recurrent
        || pooled
        || AnswerOfStepsRule.lackSteps(subject)
        || subject.isTranslation()
        || subject.model().method().isEmpty()) {
      return;
    }
    List<Part> inputs =
        subject.parts().stream().filter(part -> part.role() == Part.Role.INPUT).toList();
    if (!inputs.isEmpty() && inputs.stream().noneMatch(Types::isSequence)) {
      diagnostics.error(
          Code.NO_RECURRENT_LAYER,
          subject.model().origin(),
          "\"%s\" has no recurrent layer, and no input is a sequence that one could read: a sequence model"
                  .formatted(subject.name())
              + " learns from steps. Take a list, an array or a text, and write @LSTM, @GRU or"
              + " @Recurrent.");
    } else {
      diagnostics.error(
          Code.NO_RECURRENT_LAYER,
          subject.model().origin(),
          "\"%s\" has no recurrent layer, so that nothing reads the sequence. Write @LSTM, @GRU or"
                  .formatted(subject.name())
              + " @Recurrent before the output.");
    }
  }
}
