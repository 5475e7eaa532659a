package dev.rondo.processor.check;

import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.Shaping;
import dev.rondo.processor.shape.Shaping.Misfit;
import dev.rondo.processor.shape.Trace;
import java.util.List;

/** Every layer gets what it needs: tokens to look up, or a sequence. */
final class FitRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    check(subject, subject.shaping(), diagnostics);
  }

  private static void check(Subject subject, Shaping shaping, Diagnostics diagnostics) {
    for (Misfit misfit : shaping.misfits()) {
      if (!(misfit.found() instanceof Shape.Tokens) && !reportedElsewhere(misfit, shaping)) {
        checkLayer(misfit, subject, shaping, diagnostics);
      }
    }
    // that a model has no encoder, or no decoder, is said elsewhere
    boolean mayBeEmpty = subject.isTranslation();
    List<DeclaredParameter> parameters = subject.parameters();
    for (DeclaredParameter parameter : parameters) {
      List<Use> path =
          subject.uses().path(parameters.indexOf(parameter)).stream()
              .filter(use -> !use.is(Attention.class))
              .toList();
      if (shaping.inputs().get(parameter.name()) instanceof Shape.Tokens
          && !(path.isEmpty() && mayBeEmpty)) {
        checkTokens(parameter.name(), path, parameter.origin(), diagnostics);
      }
    }
    if (subject.isTranslation() && !subject.outputPath().isEmpty()) {
      checkTokens(subject.methodName(), subject.outputPath(), subject.methodOrigin(), diagnostics);
    }
  }

  /** Attention has rules of its own, and a decoder of one vector has a {@code @Pool} too many. */
  private static boolean reportedElsewhere(Misfit misfit, Shaping shaping) {
    boolean inDecoder =
        shaping
            .graph()
            .translation()
            .filter(parts -> parts.decoder().contains(misfit.node()))
            .isPresent();
    return misfit.node().layer() instanceof Layer.Attention
        || (inDecoder && misfit.found() instanceof Shape.Vector);
  }

  /** The layers that read a text begin with what looks its tokens up. */
  private static void checkTokens(
      String text, List<Use> path, Origin origin, Diagnostics diagnostics) {
    if (!path.isEmpty() && (path.get(0).is(Embedding.class) || outputComesFirst(path))) {
      return;
    }
    boolean later = path.stream().anyMatch(use -> use.is(Embedding.class));
    String fix =
        path.isEmpty()
            ? "Write @Embedding(size = 64) as the first layer."
            : (later ? "Move @Embedding" : "Write @Embedding(size = 64)")
                + " before %s.".formatted(path.get(0).name());
    diagnostics.error(
        Code.NO_EMBEDDING,
        path.isEmpty() ? origin : path.get(0).origin(),
        "The tokens of \"%s\" must be looked up before another layer can read them. %s"
            .formatted(text, fix));
  }

  /** That a layer without a size is not the last one is said elsewhere, and mends this too. */
  private static boolean outputComesFirst(List<Use> path) {
    return path.size() > 1
        && path.get(0).is(Dense.class)
        && !path.get(0).values().writes("units")
        && path.get(1).is(Embedding.class);
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
      diagnostics.error(
          Code.NOTHING_TO_EMBED,
          node.origin(),
          found + ", which has no tokens left to look up. Remove it." + trace);
    } else if (node.layer() instanceof Layer.Pool) {
      diagnostics.error(
          Code.NOTHING_TO_POOL,
          node.origin(),
          found + ", which is one vector already, not a sequence. Remove it." + trace);
    } else {
      diagnostics.error(
          Code.SEQUENCE_NEEDED,
          node.origin(),
          found
              + ", one vector, but it needs a sequence. Move it before the @Pool that makes the"
              + " vector, or remove one of the two."
              + trace);
    }
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
