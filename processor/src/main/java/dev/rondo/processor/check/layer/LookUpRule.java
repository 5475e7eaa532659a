package dev.rondo.processor.check.layer;

import dev.rondo.data.Category;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.shape.Shape;
import java.util.List;

/** The layers that read tokens or symbols begin with what looks them up. */
public final class LookUpRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    // that a model has no encoder, or no decoder, is said elsewhere
    boolean mayBeEmpty = subject.isTranslation();
    List<Part> inputs = subject.parts().stream().filter(part -> part.role() == Role.INPUT).toList();
    // of what has several inputs by mistake it is not known which one is meant
    boolean several = inputs.size() > 1 && (mayBeEmpty || subject.isLanguageModel());
    for (int i = 0; i < inputs.size() && !several; i++) {
      Part input = inputs.get(i);
      Shape shape = subject.shaping().inputs().get(input.owner());
      List<Use> path =
          (inputs.size() == 1
                  ? subject.uses().path(i)
                  : subject.uses().inputs().get(i).stream().filter(Use::isLayer).toList())
              .stream().filter(use -> !use.is(Attention.class)).toList();
      boolean refused =
          input.has(Category.class) && !Types.canBeSymbol(Types.innermost(input.type()));
      if (!(shape instanceof Shape.Symbols) || refused || (path.isEmpty() && mayBeEmpty)) {
        continue;
      }
      String what =
          (shape instanceof Shape.Tokens ? "The tokens of %s" : "The symbol %s")
              .formatted(input.label());
      if (path.isEmpty() && inputs.size() > 1) {
        beforeJoin(what, input, diagnostics);
      } else {
        check(what, path, input.origin(), diagnostics);
      }
    }
    if (subject.isTranslation() && !subject.outputPath().isEmpty()) {
      check(
          "The tokens of \"%s\"".formatted(subject.methodName()),
          subject.outputPath(),
          subject.methodOrigin(),
          diagnostics);
    }
  }

  private static void beforeJoin(String what, Part input, Diagnostics diagnostics) {
    diagnostics.error(
        Code.NO_EMBEDDING,
        input.origin(),
        "%s must be looked up before the inputs are joined. Write @Embedding(size = 64) on %s."
            .formatted(what, input.label()));
  }

  private static void check(String what, List<Use> path, Origin origin, Diagnostics diagnostics) {
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
        "%s must be looked up before another layer can read %s. %s"
            .formatted(what, what.startsWith("The tokens") ? "them" : "it", fix));
  }

  /** That a layer without a size is not the last one is said elsewhere, and mends this too. */
  private static boolean outputComesFirst(List<Use> path) {
    return path.size() > 1
        && path.get(0).is(Dense.class)
        && !path.get(0).values().writes("units")
        && path.get(1).is(Embedding.class);
  }
}
