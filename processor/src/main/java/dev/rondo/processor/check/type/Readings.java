package dev.rondo.processor.check.type;

import dev.rondo.data.Audio;
import dev.rondo.data.Calendar;
import dev.rondo.data.Category;
import dev.rondo.data.Characters;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Image;
import dev.rondo.data.MaxLength;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Series;
import dev.rondo.data.StoredAs;
import dev.rondo.data.Text;
import dev.rondo.data.TimeAxis;
import dev.rondo.data.Vector;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Embedding;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.task.AnomalyScore;
import dev.rondo.task.Ctc;
import dev.rondo.task.Forecast;
import dev.rondo.task.Loss;
import java.util.Optional;

/** Tells which annotations a value reads. */
final class Readings {
  private static final String REMOVE = ". Remove it";

  private Readings() {}

  /** Returns why a part does not read an annotation, and what to do; empty where it does. */
  static Optional<String> refusal(Part part, Use use, Subject subject) {
    if (part.role() == Role.SPREAD) {
      return Optional.of(
          "its components are the inputs, each with annotations of its own. Move it to one of"
              + " them");
    }
    if (part.role() == Role.OUTPUT && subject.forecasts() && !use.isLayer()) {
      return forecast(use);
    }
    if (part.role() == Role.ANSWER_OF_STEP && subject.forecasts()) {
      return Optional.of(
          "what is forecast is scaled as the component of the history, and has the layers of the"
              + " method"
              + REMOVE);
    }
    if (part.role() == Role.OUTPUT && subject.scoresAnomalies() && !use.isLayer()) {
      return use.is(AnomalyScore.class)
          ? Optional.empty()
          : Optional.of("what is ordinary is learned by its likelihood" + REMOVE);
    }
    if (use.is(StoredAs.class)) {
      return storedName(part);
    }
    if (use.is(Loss.class)) {
      return loss(part, subject);
    }
    if (use.is(Crf.class)) {
      return crf(part, subject);
    }
    boolean text = subject.writesText();
    if (part.role() == Role.OUTPUT && text && (use.is(Category.class) || use.is(Scale.class))) {
      return Optional.of("the output is a text" + REMOVE);
    }
    boolean array = use.is(Series.class) || use.is(Vector.class);
    if (array && part.has(Category.class) && part.role().isInput()) {
      return Optional.of("@Category reads each of its values as a symbol" + REMOVE);
    }
    if (use.is(Series.class)) {
      return series(part);
    }
    if (use.is(Vector.class)) {
      return vector(part);
    }
    if (use.is(Category.class)) {
      return category(part);
    }
    if (use.is(Scale.class)) {
      return scale(part);
    }
    if (use.is(Calendar.class) || use.is(Elapsed.class)) {
      return use.is(Calendar.class) ? calendar(part) : elapsed(part);
    }
    if (use.is(Missing.class)) {
      return missing(part);
    }
    if (use.is(TimeAxis.class)) {
      return timeAxis(part, subject);
    }
    if (use.is(Characters.class)) {
      return part.isWhole()
          ? Optional.empty()
          : Optional.of("only an input that is words as a whole is read by them" + REMOVE);
    }
    if (use.is(MaxLength.class)) {
      return part.role() == Role.INPUT
          ? Optional.empty()
          : Optional.of("only an input of its own has a length that is limited" + REMOVE);
    }
    if (use.is(Audio.class) || use.is(Image.class) || use.is(Ctc.class)) {
      return Optional.empty(); // a rule of its own says what it reads
    }
    return layer(part, use);
  }

  /** What is forecast is a number of the history, which says how it is read and scaled. */
  private static Optional<String> forecast(Use use) {
    if (use.is(Forecast.class)) {
      return Optional.empty();
    }
    return Optional.of(
        use.is(Scale.class)
            ? "what is forecast is scaled as its component says. Move it to the component"
            : "a forecast is learned by its squared error, and answered as a whole" + REMOVE);
  }

  private static Optional<String> storedName(Part part) {
    return part.role() == Role.INPUT
        ? Optional.empty()
        : Optional.of("%s is no input of its own".formatted(part.label()) + REMOVE);
  }

  private static Optional<String> loss(Part part, Subject subject) {
    if (part.role().isInput()) {
      return Optional.of("an input is nothing that is learned" + REMOVE);
    }
    if (subject.writesText()) {
      return Optional.of("a text is learned token by token, by their cross entropy" + REMOVE);
    }
    boolean several =
        part.role() == Role.OUTPUT && Types.innermost(part.type()) instanceof DeclaredType.Record;
    return several
        ? Optional.of(
            "each component of %s is learned by a loss of its own. Move it to the components"
                .formatted(Types.innermost(part.type()).text()))
        : Optional.empty();
  }

  /** Whether the type suits it is told by a rule of its own. */
  private static Optional<String> crf(Part part, Subject subject) {
    if (part.role().isInput()) {
      return Optional.of("an input is nothing that is answered" + REMOVE);
    }
    return part.role() == Role.OUTPUT
            && !subject.isLanguageModel()
            && !subject.isTranslation()
            && Types.innermost(part.type()) instanceof DeclaredType.Record record
        ? Optional.of(
            "each component of %s is an output of its own. Move it to the component of the tags"
                .formatted(record.text()))
        : Optional.empty();
  }

  private static Optional<String> series(Part part) {
    DeclaredType type = part.type();
    boolean read =
        Types.isNumberArray(type)
            || Types.element(type).filter(e -> e instanceof DeclaredType.Number).isPresent();
    return read
        ? Optional.empty()
        : Optional.of("%s is no array or list of numbers".formatted(type.text()) + REMOVE);
  }

  private static Optional<String> vector(Part part) {
    DeclaredType type = part.type();
    return Types.isNumberArray(type) || Types.isMatrix(type)
        ? Optional.empty()
        : Optional.of("%s is no array of numbers".formatted(type.text()) + REMOVE);
  }

  private static Optional<String> category(Part part) {
    DeclaredType value = Types.element(part.type()).orElse(part.type());
    if (value instanceof DeclaredType.Scored scored) {
      value = scored.answer();
    }
    if (!part.role().isInput() && value instanceof DeclaredType.Enumeration) {
      return Optional.of("the constants of an enum are its classes" + REMOVE);
    }
    return Types.canBeSymbol(value)
        ? Optional.empty()
        : Optional.of(
            "%s names nothing: symbols are String, int, long or an enum"
                    .formatted(part.type().text())
                + REMOVE);
  }

  private static Optional<String> scale(Part part) {
    if (part.has(Category.class)) {
      return Optional.of("symbols have no size" + REMOVE);
    }
    return Types.innermost(part.type()) instanceof DeclaredType.Number
            && !(part.type() instanceof DeclaredType.SetOf)
        ? Optional.empty()
        : Optional.of("%s holds no numbers to scale".formatted(part.type().text()) + REMOVE);
  }

  private static Optional<String> calendar(Part part) {
    if (!part.role().isInput()) {
      return Optional.of("no output is a time" + REMOVE);
    }
    if (!(Types.innermost(part.type()) instanceof DeclaredType.Time)) {
      return Optional.of("%s is no time".formatted(part.type().text()) + REMOVE);
    }
    return part.has(Elapsed.class)
        ? Optional.of(
            "@Elapsed reads the time since the step before instead of the calendar. Remove one of"
                + " the two, or write a second component")
        : Optional.empty();
  }

  private static Optional<String> elapsed(Part part) {
    if (!part.role().isInput()) {
      return Optional.of("no output is a time" + REMOVE);
    }
    if (!(Types.innermost(part.type()) instanceof DeclaredType.Time time)) {
      return Optional.of("%s is no time".formatted(part.type().text()) + REMOVE);
    }
    if (!time.type().isElapsed()) {
      return Optional.of(
          "what has passed between two values of %s is not known without a date"
                  .formatted(time.text())
              + REMOVE);
    }
    boolean sequence =
        part.role() == Role.OF_STEP
            || (part.role() == Role.INPUT && Types.element(part.type()).isPresent());
    return sequence
        ? Optional.empty()
        : Optional.of(
            "\"%s\" is one vector, without a step before".formatted(part.owner()) + REMOVE);
  }

  private static Optional<String> timeAxis(Part part, Subject subject) {
    if (!(part.type() instanceof DeclaredType.Time time) || !time.type().hasDate()) {
      return Optional.of("%s is no time with a date".formatted(part.type().text()) + REMOVE);
    }
    if (part.has(Elapsed.class)) {
      return Optional.of(
          "@Elapsed reads the time of an event, and events come at irregular times. Remove one of"
              + " the two");
    }
    if (!subject.forecasts() && !subject.scoresAnomalies()) {
      return Optional.empty(); // a record is shared with a model of series, which reads it
    }
    boolean step =
        part.role() == Role.OF_STEP
            && part.owner().equals(subject.parameters().get(0).name())
            && !part.path().contains(".");
    return step
        ? Optional.empty()
        : Optional.of("only a component of the history's record is the time of a step" + REMOVE);
  }

  private static Optional<String> missing(Part part) {
    return part.role().isInput()
        ? Missings.refusal(part).map(why -> why + REMOVE)
        : Optional.of(
            part.role() == Role.OUTPUT
                ? "an answer is never missing" + REMOVE
                : "an answer that examples may lack is of a boxed type, such as Float. Write one,"
                    + " or remove it");
  }

  /** What is written on whole values is a matter of the layers' own rules. */
  private static Optional<String> layer(Part part, Use use) {
    boolean answer = part.role() == Role.ANSWER || part.role() == Role.ANSWER_OF_STEP;
    if (answer && use.is(Text.class) && CtcRule.transcribes(part)) {
      return Optional.empty();
    }
    if (answer && use.is(Text.class)) {
      return Optional.of("a text is never one of several outputs" + REMOVE);
    }
    boolean component = part.role() == Role.OF_STEP || part.role() == Role.OF_VECTOR;
    if (!component) {
      return Optional.empty();
    }
    if (use.is(Text.class)) {
      return part.type().isText() && !part.has(Category.class)
          ? Optional.empty()
          : Optional.of(
              (part.type().isText()
                      ? "a name of something is not cut"
                      : "%s is no text".formatted(part.type().text()))
                  + REMOVE);
    }
    if (!use.isLayer() || use.is(Embedding.class)) {
      return Optional.empty();
    }
    return Optional.of(
        "\"%s\" flows into the layers as a whole, and its components have no layers of their own but"
                .formatted(part.owner())
            + " @Embedding. Move it to \"%s\"".formatted(part.owner()));
  }
}
