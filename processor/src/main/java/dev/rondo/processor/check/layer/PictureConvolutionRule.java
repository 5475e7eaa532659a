package dev.rondo.processor.check.layer;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.Shaping.Misfit;
import dev.rondo.processor.shape.TooSmall;
import dev.rondo.processor.shape.Trace;
import java.util.Optional;

/** Convolutions over pictures have room in them. */
public final class PictureConvolutionRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (Misfit misfit : subject.shaping().misfits()) {
      if (misfit.node().layer() instanceof Layer.PictureConvolution layer
          && misfit.found() instanceof Shape.Sequence sequence) {
        check(layer, misfit, sequence, subject, diagnostics);
      }
    }
  }

  private static void check(
      Layer.PictureConvolution layer,
      Misfit misfit,
      Shape.Sequence sequence,
      Subject subject,
      Diagnostics diagnostics) {
    String label = subject.label(misfit.node());
    Optional<TooSmall> small = sequence.picture().flatMap(it -> TooSmall.of(layer, it));
    if (small.isPresent()) {
      TooSmall too = small.get();
      diagnostics.error(
          Code.PICTURE_TOO_SMALL,
          misfit.node().origin().member(too.member()),
          "%s has %s = %s, but the pictures that it gets have %s pixels%s. Write %s = %s or less, or read larger pictures."
                  .formatted(
                      label,
                      too.member(),
                      too.pixels(),
                      too.picture().text(),
                      too.member().equals("pool") && layer.stride() > 1 ? " behind its stride" : "",
                      too.member(),
                      Math.min(too.picture().width(), too.picture().height()))
              + Trace.to(misfit, subject.shaping()));
    } else {
      diagnostics.error(
          Code.PICTURE_TOO_LARGE,
          misfit.node().origin(),
          "%s gives more than 1,000,000 features a picture. Write fewer filters, or a stride or pool."
                  .formatted(label)
              + Trace.to(misfit, subject.shaping()));
    }
  }
}
