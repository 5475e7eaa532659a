package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.TrainerClass;
import java.util.List;
import java.util.function.BinaryOperator;

/** Plans what trainers share that learn from all windows of series: rows, batches and steps. */
final class WindowsLoop {
  /** The wanted name of the training data. */
  static final String SERIES = "series";

  /** The wanted name of one of several. */
  static final String EACH = "each";

  private static final String ROWS = "rows";
  private static final String BATCH = "batch";
  private static final TypeName STEPS = ArrayTypeName.of(RuntimeTypes.STEPS);
  private static final TypeName NUMBERS = ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT));

  private final ModelParts parts;
  private final Answers answer;
  private final TrainerClass trainer;
  private final TypeName series;

  /**
   * Prepares planning.
   *
   * @param series the type of a series
   */
  WindowsLoop(
      ModelGraph graph, ModelParts parts, LayerFields fields, Answers answer, TypeName series) {
    this.parts = parts;
    this.answer = answer;
    this.series = Code.listOf(series);
    this.trainer =
        new TrainerClass(
            parts, graph.training(), fields.nodes(), List.of(SERIES, EACH, ROWS, BATCH));
  }

  String name(String wanted) {
    return trainer.names().get(wanted);
  }

  String codec(String owner) {
    return trainer.names().ofModel(owner);
  }

  TrainerClass trainer() {
    return trainer;
  }

  /** Starts the class. */
  ClassPlan.Builder start(TypeName superclass) {
    return trainer
        .start(superclass)
        .doc(
            "Trains {@link $T}. What is not set here is as its annotations say.\n",
            parts.classes().model());
  }

  /** Returns the methods that learn codecs from the series. */
  List<Member> learning(TrainerClass.Feed feed) {
    return trainer.learning(series, name(SERIES), feed);
  }

  /**
   * Returns the method that trains the network.
   *
   * @param read what the rows are made by
   * @param places of the network's inputs in a row
   * @param loss given scores and targets
   */
  Member train(CodeBlock read, List<Integer> places, BinaryOperator<CodeBlock> loss) {
    String rows = name(ROWS);
    Member.Builder train =
        Member.method("train", Access.PROTECTED)
            .trait(Member.Trait.OVERRIDES)
            .returns(parts.classes().predictor())
            .parameter(series, name(SERIES));
    trainer.addNetwork(train, name(SERIES));
    train
        .statement(
            "$T $N =$Wrows($L)",
            ParameterizedTypeName.get(RuntimeTypes.ROWS, STEPS, NUMBERS),
            rows,
            read)
        .code(CodeBlock.of("\n"))
        .begin(
            "try ($T $N =$W$L)",
            RuntimeTypes.TRAINING_RUN,
            name(TrainerClass.RUN),
            trainer.run(CodeBlock.of("$N.size()", rows)));
    trainer.beginEpochs(train);
    train.begin(
        "for ($T $N : $N.batches($N))",
        ParameterizedTypeName.get(RuntimeTypes.BATCH, STEPS, NUMBERS),
        name(BATCH),
        name(TrainerClass.RUN),
        rows);
    addStep(train, places, loss);
    train.end();
    trainer.endEpochs(
        train,
        CodeBlock.of(
            "validate($N::$L)", name(TrainerClass.MODEL), SeriesPredictor.scoresName(parts)));
    return train.build();
  }

  private void addStep(Member.Builder train, List<Integer> places, BinaryOperator<CodeBlock> loss) {
    String step = name(TrainerClass.STEP);
    String batch = name(BATCH);
    String scores = name(TrainerClass.SCORES);
    trainer
        .beginStep(train, CodeBlock.of("$N", batch))
        .statement(
            "$T $N =$W$N.forward($N, $L)",
            RuntimeTypes.ND_LIST,
            scores,
            name(TrainerClass.NETWORK),
            step,
            StepBatches.at(step, CodeBlock.of("$N.inputs()", batch), places))
        .statement(
            "$T $N =$W$N.ofGroup(\n0,\n$L)",
            RuntimeTypes.ND_ARRAY,
            name(TrainerClass.LOSS),
            step,
            loss.apply(
                CodeBlock.of("$N.get(0)", scores),
                CodeBlock.of(
                    "$N.targets($N.expected(), 0, $N.targetSize())",
                    step,
                    batch,
                    codec(answer.name()))));
    trainer.addUpdate(train);
    train.end();
  }
}
