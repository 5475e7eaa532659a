package dev.rondo.processor.check;

import dev.rondo.layer.Direction;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.Pool;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.build.Use;
import java.util.HashSet;
import java.util.Set;

/** A language model reads and writes text, and foretells each token from those before it only. */
final class LanguageModelRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    if (!subject.isLanguageModel()) {
      return;
    }
    subject.model().method().ifPresent(method -> checkTypes(method, diagnostics));
    subject.uses().all().filter(use -> use.is(Pool.class)).forEach(use -> pooled(use, diagnostics));
    Set<String> states = new HashSet<>();
    for (Node node : subject.shaping().graph().nodes()) {
      if (node.layer() instanceof Layer.Recurrent layer) {
        checkDirection(subject, node, layer.direction(), diagnostics);
        checkFeedback(subject, node, layer, diagnostics);
        if (node.shared().isPresent() && !states.add(node.shared().get())) {
          sharedTwice(subject, node, diagnostics);
        }
      }
    }
  }

  private static void checkTypes(DeclaredMethod method, Diagnostics diagnostics) {
    String wrong = "";
    if (!method.returns().isText()) {
      wrong =
          method.returns() instanceof DeclaredType.Nothing
              ? "returns nothing"
              : "returns " + method.returns().text();
    } else if (method.parameters().size() > 1) {
      wrong = "takes %s parameters".formatted(method.parameters().size());
    } else {
      for (DeclaredParameter parameter : method.parameters()) {
        if (!parameter.type().isText()) {
          wrong = "takes " + parameter.type().text();
        }
      }
    }
    if (!wrong.isEmpty()) {
      diagnostics.error(
          Code.LANGUAGE_MODEL_OF_TEXT,
          method.origin(),
          "\"%s\" is a @LanguageModel, but %s: it continues a text. Write String %s(String opening),"
                  .formatted(method.name(), wrong, method.name())
              + " or remove @LanguageModel.");
    }
  }

  private static void pooled(Use use, Diagnostics diagnostics) {
    diagnostics.error(
        Code.LANGUAGE_MODEL_POOLED,
        use.origin(),
        "%s makes one vector of the text, but a language model foretells the token after each step."
                .formatted(use.label())
            + " Remove it.");
  }

  private static void checkDirection(
      Subject subject, Node node, Direction direction, Diagnostics diagnostics) {
    if (direction != Direction.FORWARD) {
      diagnostics.error(
          Code.LANGUAGE_MODEL_BACKWARD,
          node.origin().member("direction"),
          "%s has direction = %s, but a language model cannot read the tokens that it is to foretell."
                  .formatted(subject.label(node), direction)
              + " Remove direction.");
    }
  }

  private static void checkFeedback(
      Subject subject, Node node, Layer.Recurrent layer, Diagnostics diagnostics) {
    if (layer.variant().feedback() == Feedback.OUTPUT) {
      diagnostics.error(
          Code.LANGUAGE_MODEL_FEEDBACK,
          node.origin().member("feedback"),
          "%s has feedback = OUTPUT, but a language model is given the token it chose as its next input"
                  .formatted(subject.label(node))
              + " already. Remove feedback.");
    }
  }

  private static void sharedTwice(Subject subject, Node node, Diagnostics diagnostics) {
    diagnostics.error(
        Code.LANGUAGE_MODEL_SHARED_STATE,
        node.origin(),
        "%s is @Shared with a layer before it, but each recurrent layer of a language model carries a"
                .formatted(subject.label(node))
            + " state of its own. Remove @Shared, or one of the two.");
  }
}
