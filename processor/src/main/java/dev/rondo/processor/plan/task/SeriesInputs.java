package dev.rondo.processor.plan.task;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.part.ModelParts.In;
import java.util.List;
import java.util.Optional;

/**
 * What a model that forecasts is given.
 *
 * @param all in the order of the parameters
 * @param history the steps that are known
 * @param ahead what is known in advance of those that are forecast
 * @param constants what is true of all steps of a series
 */
record SeriesInputs(
    GeneratedClasses classes, List<In> all, In history, Optional<In> ahead, List<In> constants) {
  /** Returns the inputs of a model. */
  static SeriesInputs of(ModelParts parts, Head.Forecast head) {
    List<In> all = parts.inputs();
    Optional<In> ahead =
        head.known()
            .flatMap(
                known -> all.stream().filter(in -> in.name().equals(known.input())).findFirst());
    List<In> others = all.stream().filter(in -> ahead.filter(in::equals).isEmpty()).toList();
    return new SeriesInputs(
        parts.classes(), all, others.get(0), ahead, others.subList(1, others.size()));
  }

  /** Returns the type of a series. */
  TypeName series() {
    return constants.isEmpty() ? history.code().type() : classes.series();
  }

  /** Returns whether it is nothing but its steps. */
  boolean plain() {
    return constants.isEmpty();
  }

  /** Returns what a series is made of. */
  List<In> ofSeries() {
    return all.stream().filter(in -> ahead.filter(in::equals).isEmpty()).toList();
  }

  /**
   * Returns where the inputs are in a row, in the order of the parameters: there the history is the
   * first, then comes what is known in advance, then what is constant.
   */
  List<Integer> places() {
    int before = ahead.isPresent() ? 2 : 1;
    return all.stream()
        .map(
            in ->
                in.equals(history)
                    ? 0
                    : constants.contains(in) ? before + constants.indexOf(in) : 1)
        .toList();
  }

  /**
   * Returns what is read besides the history, as further arguments; nothing where nothing is.
   *
   * @param names in which the codecs are
   * @param owner what stands before a method of the predictor
   */
  CodeBlock besides(Names names, CodeBlock owner) {
    CodeBlock.Builder arguments = CodeBlock.builder();
    ahead.ifPresent(
        in ->
            arguments.add(
                ",$Wnew $T<>($N, $T::$N)",
                RuntimeTypes.KNOWN,
                names.ofModel(in.name()),
                classes.predictor(),
                SeriesPredictor.KNOWN));
    if (!plain()) {
      arguments.add(
          ",$W$L$N($L)",
          owner,
          SeriesPredictor.CONSTANTS,
          constants.stream()
              .map(in -> CodeBlock.of("$N", names.ofModel(in.name())))
              .collect(CodeBlock.joining(", ")));
    }
    return arguments.build();
  }
}
