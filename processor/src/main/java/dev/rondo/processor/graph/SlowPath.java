package dev.rondo.processor.graph;

import dev.rondo.layer.Feedback;
import java.util.Optional;

/**
 * Why a layer is computed step by step, which takes several times as long as a fused kernel over
 * the whole sequence.
 *
 * @param member the annotation's member that causes it
 * @param when in what it goes step by step: {@code training}
 * @param reason why, as a sentence without its end
 */
public record SlowPath(String member, String when, String reason) {
  private static final String ALWAYS = "training and prediction";

  /** Returns why a layer is computed step by step; none where it is not. */
  public static Optional<SlowPath> of(Layer layer) {
    if (layer instanceof Layer.Attention attention && attention.inputFeeding()) {
      return Optional.of(
          new SlowPath(
              "inputFeeding",
              "training",
              "each step waits for what the attention gave at the step before"));
    }
    if (!(layer instanceof Layer.Recurrent recurrent)) {
      return Optional.empty();
    }
    Variant variant = recurrent.variant();
    if (variant.peephole()) {
      return Optional.of(
          new SlowPath("peephole", ALWAYS, "no fused kernel has gates that see the cell"));
    }
    if (variant.feedback() == Feedback.OUTPUT) {
      return Optional.of(
          new SlowPath("feedback", ALWAYS, "no fused kernel feeds back what another layer gives"));
    }
    if (variant.recurrentDropout().filter(rate -> rate > 0).isPresent()) {
      return Optional.of(
          new SlowPath(
              "recurrentDropout",
              "training",
              "no fused kernel drops what is fed back; prediction drops nothing and has one"));
    }
    return Optional.empty();
  }
}
