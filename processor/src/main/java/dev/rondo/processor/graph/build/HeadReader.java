package dev.rondo.processor.graph.build;

import dev.rondo.data.Category;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Series;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.data.Vector;
import dev.rondo.layer.Crf;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Returned;
import dev.rondo.processor.graph.Tagging;
import dev.rondo.processor.type.NumberType;
import dev.rondo.processor.type.TagNames;
import dev.rondo.task.Ctc;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what a method predicts, from the type that it returns. */
final class HeadReader {
  private static final Set<NumberType> DECIMALS =
      EnumSet.of(
          NumberType.FLOAT, NumberType.DOUBLE, NumberType.BOXED_FLOAT, NumberType.BOXED_DOUBLE);

  private HeadReader() {}

  /**
   * What a method returns.
   *
   * @param outputs those of supported types
   */
  record Result(List<Output> outputs, Returned returned) {
    Result {
      outputs = List.copyOf(outputs);
    }

    static Result of(Optional<Output> output, boolean eachStep) {
      return new Result(output.stream().toList(), new Returned(Optional.empty(), eachStep));
    }
  }

  /** Reads what a method returns that writes no text. */
  static Result read(DeclaredMethod method, Expansion uses) {
    DeclaredType type = method.returns();
    if (uses.scoresAnomalies()) {
      return new AnomalyReader(method, uses).read();
    }
    if (uses.forecasts()) {
      return new ForecastReader(method, uses).read();
    }
    if (type.asRecord().isPresent()) {
      return record(type.asRecord().get(), type instanceof DeclaredType.ListOf, uses);
    }
    Place place = new Place(SignatureBuilder.ONLY_OUTPUT, method.origin(), uses.output());
    if (type instanceof DeclaredType.ListOf list) {
      return Result.of(place.output(list.element(), Grain.EACH_STEP), true);
    }
    Optional<DeclaredType> steps = place.arrayOfSteps(type);
    return steps.isPresent()
        ? Result.of(place.ofArray(steps.get()), true)
        : Result.of(place.output(type, Grain.ONCE), false);
  }

  private static Result record(DeclaredType.Record record, boolean eachStep, Expansion uses) {
    List<Output> outputs = new ArrayList<>();
    for (int i = 0; i < record.components().size(); i++) {
      DeclaredComponent component = record.components().get(i);
      new Place(component.name(), component.origin(), uses.heads().get(i))
          .component(component.type(), eachStep)
          .ifPresent(outputs::add);
    }
    return new Result(outputs, new Returned(Optional.of(record.type()), eachStep));
  }

  /** Where an output is declared. */
  private record Place(String name, Origin origin, List<Use> uses) {
    private Optional<Output> component(DeclaredType type, boolean eachStep) {
      if (type instanceof DeclaredType.Scored) {
        return Optional.empty();
      }
      if (type instanceof DeclaredType.ListOf list) {
        return eachStep || list.element() instanceof DeclaredType.Scored
            ? Optional.empty()
            : output(list.element(), Grain.EACH_STEP);
      }
      Optional<DeclaredType> steps = arrayOfSteps(type);
      if (steps.isPresent()) {
        return eachStep ? Optional.empty() : ofArray(steps.get());
      }
      boolean optional =
          (type instanceof DeclaredType.Number number && number.type().mayBeMissing())
              || (type instanceof DeclaredType.Flag flag && flag.boxed());
      return output(type, false, optional, eachStep ? Grain.EACH_STEP : Grain.ONCE);
    }

    /** Returns the answers for each step that come in an array. */
    private Optional<Output> ofArray(DeclaredType step) {
      return output(step, true, false, Grain.EACH_STEP);
    }

    private Optional<Output> output(DeclaredType type, Grain grain) {
      return output(type, false, false, grain);
    }

    private Optional<Output> output(
        DeclaredType type, boolean array, boolean optional, Grain grain) {
      boolean scored = type instanceof DeclaredType.Scored;
      return (type instanceof DeclaredType.Scored of ? ofScored(of.answer()) : head(type, optional))
          .map(
              head ->
                  new Output(
                      name,
                      head,
                      head instanceof Head.Transcript ? Grain.ALIGNED : grain,
                      scored,
                      array,
                      optional,
                      loss(),
                      grain == Grain.EACH_STEP ? tagging(type) : Tagging.NONE,
                      origin));
    }

    private Tagging tagging(DeclaredType type) {
      DeclaredType answer = type instanceof DeclaredType.Scored of ? of.answer() : type;
      if (answer instanceof DeclaredType.Enumeration tags) {
        return new Tagging(has(Crf.class), TagNames.nameSpans(tags.names()));
      }
      return has(Category.class) ? new Tagging(has(Crf.class), answer.isText()) : Tagging.NONE;
    }

    /** Only of choices are there probabilities of all answers. */
    private Optional<Head> ofScored(DeclaredType answer) {
      return head(answer, false)
          .filter(
              head ->
                  head instanceof Head.EnumClass
                      || head instanceof Head.SeenClass
                      || head instanceof Head.YesNo);
    }

    private Optional<Head> head(DeclaredType type, boolean optional) {
      if (type instanceof DeclaredType.Enumeration constants) {
        return Optional.of(new Head.EnumClass(constants.type()));
      }
      if (type.isText() && has(Ctc.class)) {
        return use(Ctc.class).map(this::transcript);
      }
      if (has(Category.class)) {
        return FeatureReader.symbolType(type).map(Head.SeenClass::new);
      }
      if (type instanceof DeclaredType.Flag flag) {
        return Optional.of(new Head.YesNo(flag.boxed()));
      }
      if (type instanceof DeclaredType.SetOf set
          && set.element() instanceof DeclaredType.Enumeration constants) {
        return Optional.of(new Head.Labels(constants.type()));
      }
      if (type instanceof DeclaredType.Number number) {
        return DECIMALS.contains(number.type())
                || (optional && number.type() == NumberType.OPTIONAL_DOUBLE)
            ? Optional.of(new Head.Number(number.type(), scaling()))
            : Optional.empty();
      }
      return numbers(type);
    }

    /** Characters unless it is said otherwise; the case of what is written is kept. */
    private Head transcript(Use ctc) {
      Values text = use(Text.class).map(Use::values).orElse(Values.defaults(Text.class));
      return new Head.Transcript(
          new Codec.Text(
              text.writes("tokens") ? text.constant("tokens", Tokens.class) : Tokens.CHARACTERS,
              false,
              text.text("language"),
              text.writes("lowercase") && text.flag("lowercase"),
              text.integer("vocabulary"),
              text.integer("minFrequency")),
          name,
          ctc.values().integer("beam"));
    }

    private Optional<Head> numbers(DeclaredType type) {
      return use(Vector.class)
          .filter(vector -> isArrayOfDecimals(type))
          .map(
              vector ->
                  new Head.Numbers(
                      isDouble(((DeclaredType.Array) type).element()),
                      vector.values().integer("value"),
                      scaling()));
    }

    /** Returns what there is for each step where the answers come in an array. */
    private Optional<DeclaredType> arrayOfSteps(DeclaredType type) {
      if (!(type instanceof DeclaredType.Array array)) {
        return Optional.empty();
      }
      boolean steps =
          array.element() instanceof DeclaredType.Array
              ? has(Vector.class)
              : has(Series.class) && isArrayOfDecimals(type);
      return steps ? Optional.of(array.element()) : Optional.empty();
    }

    private static boolean isArrayOfDecimals(DeclaredType type) {
      return type instanceof DeclaredType.Array array
          && array.element() instanceof DeclaredType.Number number
          && (number.type() == NumberType.FLOAT || number.type() == NumberType.DOUBLE);
    }

    private static boolean isDouble(DeclaredType type) {
      return type instanceof DeclaredType.Number number && number.type() == NumberType.DOUBLE;
    }

    private Scaling scaling() {
      return use(Scale.class)
          .map(scale -> scale.values().constant("value", Scaling.class))
          .orElse(Scaling.STANDARD);
    }

    private LossSpec loss() {
      return use(Loss.class)
          .map(
              loss ->
                  new LossSpec(
                      loss.values().constant("kind", LossKind.class),
                      loss.values().decimal("weight"),
                      loss.values().flag("balanced"),
                      loss.values().decimal("quantile"),
                      loss.origin()))
          .orElseGet(() -> LossSpec.byDefault(origin));
    }

    private boolean has(Class<? extends Annotation> annotation) {
      return use(annotation).isPresent();
    }

    private Optional<Use> use(Class<? extends Annotation> annotation) {
      return uses.stream().filter(use -> use.is(annotation)).findFirst();
    }
  }
}
