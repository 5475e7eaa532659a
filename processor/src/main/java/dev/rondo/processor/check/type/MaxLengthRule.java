package dev.rondo.processor.check.type;

import dev.rondo.data.Keep;
import dev.rondo.data.MaxLength;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.build.Use;
import java.util.Optional;

/** {@code @MaxLength} is a number of steps, of an input that has some, each of which may go. */
public final class MaxLengthRule extends PartRule {
  private static final String REMOVE = ". Remove it.";

  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.role() == Part.Role.INPUT) {
      part.use(MaxLength.class).ifPresent(use -> check(part, use, subject, errors));
    }
  }

  private static void check(Part part, Use use, Subject subject, Errors errors) {
    int most = use.values().integer("value");
    if (most < 1) {
      errors.error(
          Code.MAX_LENGTH_OUT_OF_RANGE,
          use.origin().member("value"),
          "%s has value = %s, but it must be at least 1. Change it."
              .formatted(part.label(use), most));
    }
    ModelSignature signature = subject.shaping().graph().signature();
    Optional<Input> input =
        signature.inputs().stream().filter(other -> other.name().equals(part.owner())).findFirst();
    Optional<String> why = input.flatMap(found -> withoutEffect(found, signature, subject));
    if (why.isPresent()) {
      errors.error(
          Code.MAX_LENGTH_WITHOUT_EFFECT,
          use.origin(),
          "%s has no effect, because %s".formatted(part.label(use), why.get()));
      return;
    }
    boolean answered =
        signature.outputs().stream().anyMatch(output -> output.grain() == Grain.EACH_STEP);
    Keep keep = use.values().constant("keep", Keep.class);
    if (answered && keep != Keep.NOTHING) {
      errors.error(
          Code.CUT_STEPS_WITH_ANSWERS,
          use.origin().member("keep"),
          "%s has keep = %s, but \"%s\" answers each step, and those that are cut would have none. Remove keep, and cut examples with their answers beforehand."
              .formatted(part.label(use), keep, subject.methodName()));
    }
  }

  private static Optional<String> withoutEffect(
      Input input, ModelSignature signature, Subject subject) {
    if (subject.isLanguageModel()) {
      return Optional.of(
          "a language model reads a text of any length, truncateAfter tokens at a time" + REMOVE);
    }
    if (signature.outputs().stream().anyMatch(output -> output.head() instanceof Head.Forecast)) {
      return Optional.of("a forecast reads as many steps as @Window says" + REMOVE);
    }
    if (input.codec() instanceof Codec.Sound) {
      return Optional.of(
          "%s is a recording, whose steps are made of its samples. Remove it, and cut recordings before they are read."
              .formatted(quoted(input)));
    }
    if (!input.codec().isSequence()) {
      return Optional.of("%s is one value and has no steps".formatted(quoted(input)) + REMOVE);
    }
    boolean shared =
        signature.inputs().stream()
                .anyMatch(
                    other ->
                        !other.name().equals(input.name())
                            && other.vocabulary().equals(input.vocabulary()))
            || signature.outputs().stream()
                .map(output -> output.head())
                .anyMatch(head -> isWrittenBy(head, input));
    return shared
        ? Optional.of(
            "%s shares its vocabulary, and is read as another text is whose length is not limited"
                    .formatted(quoted(input))
                + ". Remove it, or @Shared.")
        : Optional.empty();
  }

  private static boolean isWrittenBy(Head head, Input input) {
    return head instanceof Head.Translated text && text.vocabulary().equals(input.vocabulary());
  }

  private static String quoted(Input input) {
    return "\"" + input.name() + "\"";
  }
}
