package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.type.NumberType;
import dev.rondo.task.Ctc;
import java.util.Optional;

/** What a model gives is of supported types. */
public final class OutputTypeRule extends PartRule {
  private static final String SUPPORTED =
      "an enum, boolean, float, double, a Set of an enum, @Category String, a Prediction of one of"
          + " these that has classes, @Vector(3) float[], a List with one for each step, or a"
          + " record of several";

  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (subject.writesText()
        || ((subject.forecasts() || subject.scoresAnomalies()) && !part.role().isInput())) {
      return;
    }
    if (part.type() instanceof DeclaredType.Nothing) {
      errors.error(
          Code.NO_OUTPUT,
          part.origin(),
          "%s returns nothing, but a model needs an output. Return one of: %s."
              .formatted(part.label(), SUPPORTED));
    } else if (!part.role().isInput()) {
      unsupported(part)
          .ifPresent(
              fix ->
                  errors.error(
                      Code.OUTPUT_TYPE_UNSUPPORTED,
                      part.origin(),
                      "%s %s".formatted(part.label(), fix)));
    }
  }

  /** Returns what is wrong and what to write instead; empty where the type can be answered. */
  private static Optional<String> unsupported(Part part) {
    if (part.role() != Role.OUTPUT) {
      return unsupportedAnswer(part);
    }
    DeclaredType type = part.type();
    if (type instanceof DeclaredType.ListOf list) {
      return list.element() instanceof DeclaredType.Record
          ? Optional.empty()
          : unsupportedSteps(part, list);
    }
    return type instanceof DeclaredType.Record ? Optional.empty() : unsupportedValue(part, type);
  }

  /** A record of several answers is flat, and of what a caller gets: scores have methods. */
  private static Optional<String> unsupportedAnswer(Part part) {
    DeclaredType type = part.type();
    if (Types.innermost(type) instanceof DeclaredType.Scored scored) {
      return Optional.of(
          "is %s, but a returned record holds plain answers: a generated method returns their"
                  .formatted(type.text())
              + " probabilities. Write %s."
                  .formatted(
                      type.text()
                          .replace(
                              scored.text(),
                              type instanceof DeclaredType.Scored
                                  ? plain(scored.answer())
                                  : scored.answer().text())));
    }
    if (Types.innermost(type) instanceof DeclaredType.Record record) {
      return Optional.of(
          "is %s, but a returned record holds answers, not records of them. Move the components of"
                  .formatted(type.text())
              + " %s into the record around it.".formatted(record.text()));
    }
    if (type instanceof DeclaredType.ListOf list) {
      return part.role() == Role.ANSWER_OF_STEP
          ? Optional.of(
              "is %s, but the method returns a list of records, one for each step, so that each has one"
                      .formatted(type.text())
                  + " answer. Write %s.".formatted(plain(list.element())))
          : unsupportedSteps(part, list);
    }
    return unsupportedValue(part, type);
  }

  private static Optional<String> unsupportedSteps(Part part, DeclaredType.ListOf list) {
    DeclaredType element = list.element();
    DeclaredType answer =
        element instanceof DeclaredType.Scored scored && part.role() == Role.OUTPUT
            ? scored.answer()
            : element;
    boolean seen = part.has(Category.class) && Types.canBeSymbol(answer);
    if (seen || answer instanceof DeclaredType.Enumeration || answer instanceof DeclaredType.Flag) {
      return Optional.empty();
    }
    if (answer.isText()) {
      return wrong(part, "Write @Category on it, if these are classes seen in training.");
    }
    if (element instanceof DeclaredType.Number) {
      return wrong(part, "Write @Series float[] for one number a step.");
    }
    if (Types.isNumberArray(element)) {
      return wrong(part, "Write @Vector(3) float[][], if each step has three.");
    }
    return wrong(
        part,
        "A list has a constant of an enum, a Boolean or a record for each step. Write a record of"
            + " what is answered at a step, and a list of it.");
  }

  private static Optional<String> unsupportedValue(Part part, DeclaredType type) {
    if (type instanceof DeclaredType.Scored scored) {
      return unsupportedScored(part, scored);
    }
    if (type instanceof DeclaredType.Enumeration) {
      return Optional.empty();
    }
    if (type instanceof DeclaredType.Flag flag) {
      return flag.boxed() && part.role() == Role.OUTPUT
          ? wrong(part, "Did you mean boolean? An answer is never missing.")
          : Optional.empty();
    }
    if (type.isText()) {
      return part.has(Category.class) || part.has(Ctc.class)
          ? Optional.empty()
          : Optional.of(text(part));
    }
    if (type instanceof DeclaredType.Number number) {
      return unsupportedNumber(part, number);
    }
    if (type instanceof DeclaredType.SetOf set) {
      return set.element() instanceof DeclaredType.Enumeration
          ? Optional.empty()
          : wrong(part, "Write a Set of an enum, whose constants are the labels.");
    }
    if (type instanceof DeclaredType.Array) {
      return unsupportedArray(part, type);
    }
    if (type instanceof DeclaredType.Other other) {
      return wrong(part, ReadableTypes.insteadOf(other, part, SUPPORTED));
    }
    return wrong(part, "Return one of: %s.".formatted(SUPPORTED));
  }

  private static Optional<String> unsupportedScored(Part part, DeclaredType.Scored scored) {
    DeclaredType answer = scored.answer();
    boolean classes =
        answer instanceof DeclaredType.Enumeration
            || answer instanceof DeclaredType.Flag
            || (part.has(Category.class) && Types.canBeSymbol(answer));
    if (classes) {
      return Optional.empty();
    }
    if (Types.canBeSymbol(answer)) {
      return wrong(part, "Write @Category on it, if these are classes seen in training.");
    }
    if (answer instanceof DeclaredType.SetOf) {
      return wrong(
          part,
          "Write %s: a generated method returns the probabilities of its labels."
              .formatted(answer.text()));
    }
    return wrong(
        part,
        "A prediction is of classes: an enum, Boolean or @Category String. Write one of these.");
  }

  private static Optional<String> unsupportedNumber(Part part, DeclaredType.Number number) {
    boolean whole = part.role() == Role.OUTPUT;
    return switch (number.type()) {
      case FLOAT, DOUBLE -> Optional.empty();
      case BOXED_FLOAT, BOXED_DOUBLE ->
          whole
              ? wrong(
                  part,
                  "Did you mean %s? An answer is never missing."
                      .formatted(number.type() == NumberType.BOXED_FLOAT ? "float" : "double"))
              : Optional.empty();
      case INT, LONG, BOXED_INT, BOXED_LONG ->
          part.has(Category.class)
              ? Optional.empty()
              : wrong(
                  part,
                  "Write float or double for an amount, or @Category %s for a class seen in training."
                      .formatted(number.text()));
      case OPTIONAL_DOUBLE ->
          whole
              ? wrong(part, "Did you mean double? An answer is never missing.")
              : Optional.empty();
      case BYTE,
          SHORT,
          BOXED_BYTE,
          BOXED_SHORT,
          BIG_DECIMAL,
          OPTIONAL_INT,
          OPTIONAL_LONG,
          DURATION ->
          wrong(part, "Write float or double.");
    };
  }

  private static Optional<String> unsupportedArray(Part part, DeclaredType type) {
    boolean steps = Types.isMatrix(type) || part.has(Series.class);
    if (part.role() == Role.ANSWER_OF_STEP && steps && Types.isDecimal(Types.innermost(type))) {
      return wrong(
          part,
          "The answer of one step has no steps of its own. Write @Vector(3) float[] for three"
              + " numbers.");
    }
    if (Types.isMatrix(type)) {
      return part.has(Vector.class)
          ? Optional.empty()
          : Optional.of(
              "%s, but does not say how many numbers each step has. Write @Vector(3), if there are"
                      .formatted(is(part))
                  + " three.");
    }
    if (Types.isNumberArray(type) && Types.isDecimal(Types.innermost(type))) {
      return Optional.empty();
    }
    DeclaredType element = Types.element(type).orElseThrow();
    if (element instanceof DeclaredType.Number) {
      return wrong(part, "Write float[] or double[].");
    }
    if (Types.isNumberArray(element)) {
      return wrong(part, "Write @Vector(3) float[][], if each step has three.");
    }
    return wrong(
        part,
        element instanceof DeclaredType.SetOf
            ? "Write a record of what is answered at a step, and a list of it."
            : "Write List<%s> for one answer a step.".formatted(boxed(element)));
  }

  private static String boxed(DeclaredType element) {
    return element instanceof DeclaredType.Flag ? "Boolean" : element.text();
  }

  private static String text(Part part) {
    return part.role() == Role.OUTPUT
        ? "returns String, but does not say what text that is. Write @Category on it for one of the"
            + " classes seen in training, @LanguageModel to continue a text, @EncoderDecoder to"
            + " translate one, or @Ctc to transcribe steps."
        : "is String, but does not say what text that is. Write @Category on it for one of the"
            + " classes seen in training, or @Ctc to transcribe steps.";
  }

  private static String plain(DeclaredType type) {
    return type instanceof DeclaredType.Flag ? "boolean" : type.text();
  }

  private static Optional<String> wrong(Part part, String fix) {
    return Optional.of("%s, which is no supported output. %s".formatted(is(part), fix));
  }

  private static String is(Part part) {
    return (part.role() == Role.OUTPUT ? "returns " : "is of type ") + part.type().text();
  }
}
