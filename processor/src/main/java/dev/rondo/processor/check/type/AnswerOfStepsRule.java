package dev.rondo.processor.check.type;

import dev.rondo.data.Series;
import dev.rondo.layer.Pool;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where there is an answer for each step, there are steps that the user has counted. */
public final class AnswerOfStepsRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.role() == Role.ANSWER_OF_STEP) {
      part.use(Pool.class).ifPresent(pool -> pooled(part, pool, part.label(pool), errors));
    }
    if (!isOfSteps(part) || subject.writesText()) {
      return;
    }
    Optional<Use> pool = pool(part, subject);
    if (pool.isPresent()) {
      pooled(part, pool.get(), pool.get().label(), errors);
      return;
    }
    List<Part> inputs =
        subject.parts().stream().filter(input -> input.role() == Role.INPUT).toList();
    List<Part> sequences = inputs.stream().filter(Types::isSequence).toList();
    List<Part> steps = sequences.stream().filter(input -> !input.has(Pool.class)).toList();
    Optional<Part> text =
        steps.stream()
            .filter(input -> input.type().isText() || input.type() instanceof DeclaredType.Sound)
            .filter(input -> !CtcRule.transcribes(part))
            .findFirst();
    if (inputs.isEmpty()) {
      return;
    }
    if (sequences.isEmpty()) {
      wrong(part, "no input is a sequence. Answer once, or take a list", errors);
    } else if (steps.isEmpty()) {
      wrong(
          part,
          "the layers of %s make one vector of each sequence. Remove @Pool from one of them"
              .formatted(names(sequences)),
          errors);
    } else if (text.isPresent()) {
      wrong(
          part,
          text.get().type().isText()
              ? "\"%s\" is a String, whose tokens are cut inside, so that nobody could tell which answer is of which. Use List<String>"
                  .formatted(text.get().owner())
              : "\"%s\" is a sound, whose windows are cut inside, so that nobody could tell which answer is of which. Answer once, or transcribe it by @Ctc"
                  .formatted(text.get().owner()),
          errors);
    }
  }

  private static void pooled(Part part, Use pool, String label, Errors errors) {
    errors.error(
        Code.STEPS_POOLED,
        pool.origin(),
        "%s makes one vector of the steps, but %s for each of them. Remove it, or answer once."
            .formatted(
                label,
                part.role() == Role.ANSWER_OF_STEP
                    ? "there is a " + part.owner()
                    : part.label() + " " + is(part) + asked(part)));
  }

  /** Returns whether there is an answer for each step, but no input is a sequence. */
  public static boolean lackSteps(Subject subject) {
    return subject.parts().stream().anyMatch(AnswerOfStepsRule::isOfSteps)
        && subject.parts().stream()
            .noneMatch(part -> part.role() == Role.INPUT && Types.isSequence(part));
  }

  private static void wrong(Part part, String why, Errors errors) {
    errors.error(
        Code.NO_STEPS_TO_ANSWER,
        part.origin(),
        "%s %s%s, but %s."
            .formatted(
                part.label(),
                is(part),
                CtcRule.transcribes(part) ? ", read off the steps" : ", an answer for each step",
                why));
  }

  private static String asked(Part part) {
    return CtcRule.transcribes(part) ? ", scores of tokens" : ", an answer";
  }

  private static String is(Part part) {
    return (part.role() == Role.OUTPUT ? "returns " : "is of type ") + part.type().text();
  }

  private static String names(List<Part> parts) {
    return parts.stream().map(Part::label).collect(Collectors.joining(" and "));
  }

  /** Records in a list are answers of a step as a whole. */
  private static boolean isOfSteps(Part part) {
    if (part.role() != Role.OUTPUT && part.role() != Role.ANSWER) {
      return false;
    }
    return CtcRule.transcribes(part)
        || part.type() instanceof DeclaredType.ListOf
        || Types.isMatrix(part.type())
        || (Types.isNumberArray(part.type()) && part.has(Series.class));
  }

  private static Optional<Use> pool(Part part, Subject subject) {
    return Stream.of(subject.uses().trunk(), subject.uses().output(), part.uses())
        .flatMap(List::stream)
        .filter(use -> use.is(Pool.class))
        .findFirst();
  }
}
