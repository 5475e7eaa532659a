package dev.rondo.processor.check.task;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.task.EncoderDecoder;
import dev.rondo.task.LanguageModel;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** {@code @EncoderDecoder} is of one text that is read and one that is written. */
public final class TranslationTaskRule implements Rule {

  private record Range(String member, String text, DoublePredicate contains) {}

  private static final Range BEAM =
      new Range("beam", "between 1 and 100", value -> value >= 1 && value <= 100);
  private static final Range EXTRA =
      new Range("maxLengthExtra", "between 0 and 10,000", value -> value >= 0 && value <= 10_000);
  private static final List<Range> DECIMALS =
      List.of(
          new Range("lengthPenalty", "between 0 and 5", value -> value >= 0 && value <= 5),
          new Range("maxLengthFactor", "above 0 and at most 100", v -> v > 0 && v <= 100));

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (Use use : subject.uses().output()) {
      if (use.is(EncoderDecoder.class)) {
        checkTask(use, subject, diagnostics);
        check(use, BEAM, use.values().integer("beam"), diagnostics);
        DECIMALS.forEach(
            range -> check(use, range, use.values().decimal(range.member()), diagnostics));
        check(use, EXTRA, use.values().integer("maxLengthExtra"), diagnostics);
      }
    }
  }

  private static void checkTask(Use use, Subject subject, Diagnostics diagnostics) {
    if (subject.uses().output().stream().anyMatch(other -> other.is(LanguageModel.class))) {
      diagnostics.error(
          Code.TWO_TASKS,
          use.origin(),
          "\"%s\" is a @LanguageModel and an @EncoderDecoder, but it either continues a text or writes"
                  .formatted(use.place())
              + " another one. Remove one of the two.");
    } else {
      subject.model().method().ifPresent(method -> checkTypes(use, method, diagnostics));
    }
  }

  private static void checkTypes(Use use, DeclaredMethod method, Diagnostics diagnostics) {
    wrong(method)
        .ifPresent(
            wrong ->
                diagnostics.error(
                    Code.TRANSLATION_OF_TEXT,
                    method.origin(),
                    "\"%s\" is an @EncoderDecoder, but %s: it reads one text and writes another. Write"
                            .formatted(use.place(), wrong)
                        + " String %s(String text), or remove @EncoderDecoder."
                            .formatted(use.place())));
  }

  /** Parameters that no model can have are the matter of another rule. */
  private static Optional<String> wrong(DeclaredMethod method) {
    if (method.returns() instanceof DeclaredType.Nothing) {
      return Optional.of("returns nothing");
    }
    if (!method.returns().isText()) {
      return Optional.of("returns " + method.returns().text());
    }
    if (method.parameters().size() > 1) {
      return Optional.of("takes %s parameters".formatted(method.parameters().size()));
    }
    return method.parameters().stream()
        .map(DeclaredParameter::type)
        .filter(type -> !type.isText() && !(type instanceof DeclaredType.Other))
        .findFirst()
        .map(type -> "takes " + type.text());
  }

  private static void check(Use use, Range range, double value, Diagnostics diagnostics) {
    if (!range.contains().test(value)) {
      diagnostics.error(
          Code.TRANSLATION_VALUE_OUT_OF_RANGE,
          use.origin().member(range.member()),
          "%s has %s = %s, but it must be %s. Change it."
              .formatted(
                  use.label(),
                  range.member(),
                  use.values().sourceOf(range.member()),
                  range.text()));
    }
  }
}
