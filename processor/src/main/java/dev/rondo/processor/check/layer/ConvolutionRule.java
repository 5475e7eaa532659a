package dev.rondo.processor.check.layer;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.Shaping;
import dev.rondo.processor.shape.Shaping.Misfit;
import dev.rondo.processor.shape.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Convolutions that leave fewer steps stand where nobody counts these, and none stands where the
 * steps behind are yet to be written.
 */
public final class ConvolutionRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    if (subject.writesText()) {
      checkWriter(subject, diagnostics);
      return;
    }
    for (Output output : subject.shaping().graph().signature().outputs()) {
      if (output.grain() == Grain.EACH_STEP) {
        checkSteps(output, subject, diagnostics);
      }
    }
    subject.shaping().misfits().stream()
        .filter(ConvolutionRule::stridesDiffer)
        .forEach(misfit -> joined(misfit, subject, diagnostics));
  }

  private static void checkWriter(Subject subject, Diagnostics diagnostics) {
    Optional<Translation> translation = subject.shaping().graph().translation();
    for (Node node : subject.shaping().graph().nodes()) {
      boolean writes = translation.map(parts -> parts.decoder().contains(node)).orElse(true);
      if (node.layer() instanceof Layer.Convolution layer && (writes || !layer.keepsSteps())) {
        diagnostics.error(
            writes ? Code.CONVOLUTION_OF_WRITTEN_TEXT : Code.STEPS_STRIDED,
            node.origin(),
            (writes
                    ? "%s reads steps that are yet to come, but %s writes its text token by token."
                        + " Remove it."
                    : "%s leaves fewer steps than come in, but %s looks at each token of the text."
                        + " Remove its stride and pool.")
                .formatted(
                    subject.label(node),
                    translation.isPresent() ? "a decoder" : "a language model"));
      }
    }
  }

  /** Returns whether sequences are to be joined that have steps of other lengths. */
  static boolean stridesDiffer(Misfit misfit) {
    return misfit.node().layer() instanceof Layer.Join && strides(misfit).size() > 1;
  }

  private static Set<Long> strides(Misfit misfit) {
    Set<Long> strides = new LinkedHashSet<>();
    for (Shape shape : misfit.flowing()) {
      if (shape instanceof Shape.Sequence sequence) {
        strides.add(sequence.every());
      }
    }
    return strides;
  }

  private static void checkSteps(Output output, Subject subject, Diagnostics diagnostics) {
    String result = subject.shaping().graph().results().get(output.name());
    if (result != null) {
      strided(result, subject.shaping())
          .ifPresent(
              node ->
                  diagnostics.error(
                      Code.STEPS_STRIDED,
                      node.origin(),
                      "%s leaves fewer steps than come in, but %s is answered at each of them. Remove its"
                              .formatted(
                                  subject.label(node),
                                  output.name().equals("expected")
                                      ? "\"" + subject.methodName() + "\""
                                      : "\"" + output.name() + "\"")
                          + " stride and pool, or answer once."));
    }
  }

  /** Returns the first layer with fewer steps behind it on the way to a node. */
  private static Optional<Node> strided(String id, Shaping shaping) {
    return shaping.graph().nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .flatMap(
            node ->
                node.predecessors().stream()
                    .flatMap(before -> strided(before, shaping).stream())
                    .findFirst()
                    .or(
                        () ->
                            Optional.of(node)
                                .filter(
                                    it ->
                                        it.layer() instanceof Layer.Convolution layer
                                            && !layer.keepsSteps())));
  }

  private static void joined(Misfit misfit, Subject subject, Diagnostics diagnostics) {
    List<String> parts = new ArrayList<>();
    List<String> names = ((Layer.Join) misfit.node().layer()).names();
    for (int i = 0; i < names.size(); i++) {
      if (misfit.flowing().get(i) instanceof Shape.Sequence sequence) {
        parts.add(
            "\"%s\" has %s"
                .formatted(
                    names.get(i),
                    sequence.every() == 1
                        ? "all its steps"
                        : "one step of every " + sequence.every()));
      }
    }
    diagnostics.error(
        Code.STRIDES_DIFFER,
        misfit.node().origin(),
        "The inputs are joined step by step, but %s. Give the @Convolution of each the same stride and"
                .formatted(String.join(" and ", parts))
            + " pool, or end the layers of one with @Pool(LAST)."
            + Trace.to(misfit, subject.shaping()));
  }
}
