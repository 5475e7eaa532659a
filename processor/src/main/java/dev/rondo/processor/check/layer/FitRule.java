package dev.rondo.processor.check.layer;

import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.type.AnswerOfStepsRule;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.Shaping;
import dev.rondo.processor.shape.Shaping.Misfit;
import dev.rondo.processor.shape.Trace;
import java.util.ArrayList;
import java.util.List;

/** Every layer gets what it needs: symbols to look up, a sequence, or one vector. */
public final class FitRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Shaping shaping = subject.shaping();
    for (Misfit misfit : shaping.misfits()) {
      if (!isOfSymbols(misfit)
          && !reportedElsewhere(misfit, subject)
          && !ConvolutionRule.stridesDiffer(misfit)
          && !isNothingRead(misfit, subject)) {
        checkLayer(misfit, subject, shaping, diagnostics);
      }
    }
  }

  /** That symbols are not looked up is said elsewhere. */
  private static boolean isOfSymbols(Misfit misfit) {
    return misfit.flowing().stream().anyMatch(Shape.Symbols.class::isInstance);
  }

  /**
   * Attention has rules of its own, a decoder of one vector has a {@code @Pool} too many, and so
   * has what is to answer at each step.
   */
  private static boolean reportedElsewhere(Misfit misfit, Subject subject) {
    Layer layer = misfit.node().layer();
    boolean inDecoder =
        subject
            .shaping()
            .graph()
            .translation()
            .filter(parts -> parts.decoder().contains(misfit.node()))
            .isPresent();
    boolean ofTexts = subject.writesText();
    boolean noText =
        subject.parts().stream()
            .anyMatch(part -> part.role() == Part.Role.INPUT && !part.type().isText());
    return layer instanceof Layer.Attention
        || layer instanceof Layer.PictureConvolution
        || (ofTexts && noText)
        || (layer instanceof Layer.Recurrent && mayBeSequence(misfit, subject))
        || (layer instanceof Layer.Dense && misfit.found() instanceof Shape.Vector)
        || (inDecoder && misfit.found() instanceof Shape.Vector);
  }

  /** Where the only output gets the steps of no recurrent layer, that is said to be missing. */
  private static boolean isNothingRead(Misfit misfit, Subject subject) {
    return misfit.node().layer() instanceof Layer.Dense
        && subject.shaping().graph().signature().outputs().size() == 1
        && subject.shaping().graph().nodes().stream()
            .noneMatch(node -> node.layer() instanceof Layer.Recurrent);
  }

  /** What has steps is not known where an array is one vector and a series at once. */
  private static boolean mayBeSequence(Misfit misfit, Subject subject) {
    return misfit.found() instanceof Shape.Vector
        && (AnswerOfStepsRule.lackSteps(subject)
            || subject.parts().stream()
                .anyMatch(part -> part.has(Series.class) && part.has(Vector.class)));
  }

  private static void checkLayer(
      Misfit misfit, Subject subject, Shaping shaping, Diagnostics diagnostics) {
    Node node = misfit.node();
    String found = "%s gets %s".formatted(subject.label(node), misfit.found().text());
    String trace = Trace.to(misfit, shaping);
    if (misfit.found() instanceof Shape.Sequence && node.layer() instanceof Layer.Recurrent layer) {
      checkResidual(layer, misfit, subject, trace, diagnostics);
    } else if (node.layer() instanceof Layer.LayerNorm) {
      diagnostics.error(
          Code.NOTHING_TO_NORMALIZE,
          node.origin(),
          found
              + ", one feature: brought to mean 0, it is always 0. Remove it, or give it more"
              + " features."
              + trace);
    } else if (node.layer() instanceof Layer.Embedding) {
      checkEmbedding(misfit, subject, trace, diagnostics);
    } else if (node.layer() instanceof Layer.Pool) {
      diagnostics.error(
          Code.NOTHING_TO_POOL,
          node.origin(),
          found + ", which is one vector already, not a sequence. Remove it." + trace);
    } else if (node.layer() instanceof Layer.Join || node.layer() instanceof Layer.Dense) {
      stepsLeft(misfit, subject, trace, diagnostics);
    } else {
      diagnostics.error(
          Code.SEQUENCE_NEEDED,
          node.origin(),
          found + ", one vector, but it needs a sequence. " + sequenceFix(node, subject) + trace);
    }
  }

  /** A vector is made by a pool, or it was one from the beginning. */
  private static String sequenceFix(Node node, Subject subject) {
    Shaping shaping = subject.shaping();
    List<Node> before = before(node, shaping);
    if (before.stream().anyMatch(other -> other.layer() instanceof Layer.Pool)) {
      return "Move it before the @Pool that makes the vector, or remove one of the two.";
    }
    before.add(node);
    List<String> inputs =
        subject.parts().stream()
            .filter(part -> part.role() == Part.Role.INPUT)
            .filter(part -> before.stream().anyMatch(other -> reads(other, part)))
            .map(Part::label)
            .toList();
    return "%s %s. Take a list, so that there are steps, or remove it."
        .formatted(
            String.join(" and ", inputs),
            inputs.size() == 1 ? "is one vector" : "are one vector each");
  }

  private static List<Node> before(Node node, Shaping shaping) {
    List<Node> found = new ArrayList<>();
    for (Node other : shaping.graph().nodes()) {
      if (node.predecessors().contains(other.id())) {
        found.add(other);
        found.addAll(before(other, shaping));
      }
    }
    return found;
  }

  private static void checkEmbedding(
      Misfit misfit, Subject subject, String trace, Diagnostics diagnostics) {
    Node node = misfit.node();
    String found = "%s gets %s".formatted(subject.label(node), misfit.found().text());
    subject.parts().stream()
        .filter(part -> part.role() == Part.Role.INPUT)
        .filter(part -> isFirst(node, part, subject.shaping()))
        .findFirst()
        .ifPresentOrElse(
            input -> Embeddings.ofFeatures(input, node.origin(), found, trace, diagnostics),
            () ->
                diagnostics.error(
                    Code.NOTHING_TO_EMBED,
                    node.origin(),
                    found + ", which has no tokens left to look up. Remove it." + trace));
  }

  /** Returns whether a node reads an input, or what belongs to it. */
  private static boolean reads(Node node, Part input) {
    return node.predecessors().stream()
        .anyMatch(id -> id.equals(input.owner()) || id.startsWith(input.owner() + "."));
  }

  /** What is read of a record is joined before its first layer. */
  private static boolean isFirst(Node node, Part input, Shaping shaping) {
    return reads(node, input)
        || before(node, shaping).stream()
            .anyMatch(
                other ->
                    other.layer() instanceof Layer.Join
                        && node.predecessors().contains(other.id())
                        && other.origin().equals(input.origin()));
  }

  private static void stepsLeft(
      Misfit misfit, Subject subject, String trace, Diagnostics diagnostics) {
    Node node = misfit.node();
    if (node.layer() instanceof Layer.Join join) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < join.names().size(); i++) {
        if (misfit.flowing().get(i) instanceof Shape.Sequence) {
          names.add("\"" + join.names().get(i) + "\"");
        }
      }
      String sequences = String.join(" and ", names);
      diagnostics.error(
          Code.STEPS_LEFT,
          node.origin(),
          "%s still %s steps where the inputs are joined, but the answer is given once. End the layers of"
                  .formatted(sequences, names.size() == 1 ? "has" : "have")
              + " %s with @Pool(LAST), or add a recurrent layer to %s."
                  .formatted(sequences, names.size() == 1 ? "it" : "them")
              + trace);
    } else {
      diagnostics.error(
          Code.STEPS_LEFT,
          node.origin(),
          "%s is answered once, but its %s gets %s, one vector for each step. Write a recurrent layer or"
                  .formatted(answer(node, subject), node.written(), misfit.found().text())
              + " @Pool(LAST) before it."
              + trace);
    }
  }

  private static String answer(Node node, Subject subject) {
    String output =
        node.layer() instanceof Layer.Dense dense
                && dense.units() instanceof Layer.Units.OfOutput units
            ? units.output()
            : node.id();
    return subject.parts().stream()
        .filter(
            part ->
                part.role() == Part.Role.ANSWER
                    ? part.path().equals(output)
                    : part.role() == Part.Role.OUTPUT && output.equals("expected"))
        .findFirst()
        .map(Part::label)
        .orElse("\"" + output + "\"");
  }

  private static void checkResidual(
      Layer.Recurrent layer,
      Misfit misfit,
      Subject subject,
      String trace,
      Diagnostics diagnostics) {
    Node node = misfit.node();
    boolean deep = layer.units().size() > 1;
    diagnostics.error(
        Code.RESIDUAL_WIDTHS_DIFFER,
        node.origin().member(deep ? "units" : "residual"),
        "%s has residual = true, so that each of its layers adds what it gets to what it gives, but "
                .formatted(subject.label(node))
            + (deep
                ? "its layers give different numbers of features. Give all the same units,"
                : "it gets %s and gives %s features. Make these equal,"
                    .formatted(misfit.found().text(), layer.directions() * layer.units().get(0)))
            + " or remove residual."
            + trace);
  }
}
