package dev.rondo.processor.check;

import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;

/** A sequence model has a recurrent layer. */
final class RecurrentLayerRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    boolean recurrent =
        subject
            .uses()
            .all()
            .anyMatch(use -> use.is(LSTM.class) || use.is(GRU.class) || use.is(Recurrent.class));
    if (!recurrent && !subject.isTranslation() && subject.model().method().isPresent()) {
      diagnostics.error(
          Code.NO_RECURRENT_LAYER,
          subject.model().origin(),
          "\"%s\" has no recurrent layer, so that nothing reads the sequence. Write @LSTM, @GRU or"
                  .formatted(subject.name())
              + " @Recurrent before the output.");
    }
  }
}
