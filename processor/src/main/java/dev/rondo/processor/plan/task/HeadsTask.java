package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.file.ReaderCode;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.EvaluationClass;
import dev.rondo.processor.plan.type.ExampleClass;
import dev.rondo.processor.plan.type.InputClass;
import dev.rondo.processor.plan.type.ScoresClass;
import dev.rondo.processor.plan.type.TrainerClass;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model that learns from examples of records and numbers, or of several inputs or outputs. */
final class HeadsTask implements TaskPlanner {
  private static final String EXAMPLES = "examples";
  private static final String EXAMPLE = "example";
  private static final String ROWS = "rows";
  private static final String RANDOM = "random";
  private static final String BATCH = "batch";
  private static final String INPUTS = "inputs";
  private static final String TARGETS = "targets";
  private static final TypeName STEPS = ArrayTypeName.of(RuntimeTypes.STEPS);
  private static final TypeName NUMBERS = ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT));

  private final ModelGraph graph;
  private final ModelParts parts;
  private final LayerFields fields;
  private final GeneratedClasses classes;
  private final Heads heads;

  HeadsTask(ModelGraph graph, ModelParts parts, LayerFields fields) {
    this.graph = graph;
    this.parts = parts;
    this.fields = fields;
    this.classes = parts.classes();
    this.heads = new Heads(graph, parts);
  }

  @Override
  public ClassPlan network(ShapedModel model) {
    return HeadsNetwork.plan(model, parts, heads, fields, noSession().isEmpty());
  }

  @Override
  public List<ClassPlan> api() {
    List<ClassPlan> api = new ArrayList<>();
    api.add(
        ExampleClass.plan(
            parts,
            heads.expectedType(),
            new ReaderCode(parts, heads.answers(), heads.record(), heads.recordEachStep())
                .members()));
    api.add(new Trainer().plan());
    api.add(predictor());
    if (parts.inputs().size() > 1 && parts.signature().spread().isEmpty()) {
      api.add(InputClass.plan(parts));
    }
    if (heads.record().isPresent()) {
      if (heads.hasScores()) {
        api.add(ScoresClass.plan(classes, heads.answers(), heads.recordEachStep()));
      }
      api.add(EvaluationClass.plan(classes, heads.answers()));
    }
    if (noSession().isEmpty()) {
      api.add(
          heads.listening().isPresent()
              ? SoundSession.plan(parts)
              : HeadsSession.plan(parts, heads));
    }
    return api;
  }

  @Override
  public ClassPlan predictor() {
    return new HeadsPredictor(parts, heads, noSession()).plan();
  }

  private Optional<String> noSession() {
    if (heads.listening().isPresent()) {
      return Causality.obstacleToListening(graph);
    }
    return Causality.obstacle(graph)
        .or(
            () ->
                parts.inputs().stream()
                    .filter(in -> in.input().codec().plain() instanceof Codec.Text)
                    .findFirst()
                    .map(in -> in.name() + " is a text, of which a step has no end"));
  }

  /** The trainer: rows, batches and steps. */
  private final class Trainer {
    private final TrainerClass trainer;
    private final HeadWeights weights = HeadWeights.of(heads);

    Trainer() {
      List<String> locals =
          new ArrayList<>(List.of(EXAMPLES, EXAMPLE, RANDOM, ROWS, BATCH, INPUTS, TARGETS));
      parts.inputs().forEach(in -> locals.add(steps(in)));
      heads.answers().forEach(answer -> locals.add(target(answer)));
      heads.answers().forEach(answer -> locals.add(loss(answer)));
      weights.outputs().forEach(answer -> locals.add(weights(answer)));
      this.trainer = new TrainerClass(parts, graph.training(), fields.nodes(), weights, locals);
    }

    private static String loss(Answers answer) {
      return answer.name() + "Loss";
    }

    private static String weights(Answers answer) {
      return answer.name() + "Weights";
    }

    private String name(String wanted) {
      return trainer.names().get(wanted);
    }

    private String codec(String owner) {
      return trainer.names().ofModel(owner);
    }

    ClassPlan plan() {
      TypeName examples = Code.iterableOf(classes.example());
      ClassPlan.Builder type =
          trainer
              .start(
                  ParameterizedTypeName.get(
                      RuntimeTypes.TRAINER,
                      classes.trainer(),
                      classes.example(),
                      classes.predictor()))
              .doc(
                  "Trains {@link $T}. What is not set here is as its annotations say.\n",
                  classes.model())
              .member(figures().stopBy())
              .nested(figures().constants())
              .member(fit(examples))
              .members(trainer.learning(examples, name(EXAMPLES), this::feed))
              .member(weights.lossDescription(heads.answers()));
      return type.build();
    }

    private HeadFigures figures() {
      boolean single = heads.record().isEmpty();
      return new HeadFigures(
          classes,
          heads.answers(),
          single ? heads.answers().get(0).code().evaluation() : classes.evaluation(),
          single);
    }

    private void feed(Member.Builder method, CodecField codec, String learner) {
      Examples.feed(
          method,
          name(EXAMPLES),
          name(EXAMPLE),
          List.of(
              heads.answers().stream()
                  .filter(answer -> answer.name().equals(codec.owner()))
                  .findFirst()
                  .map(answer -> answer.learned(learner, expected(answer)))
                  .orElseGet(
                      () -> {
                        ModelParts.In in = in(codec.owner());
                        return CodeBlock.of("$N.add($L)", learner, in.code().value(input(in)));
                      })));
    }

    private ModelParts.In in(String name) {
      return parts.inputs().stream().filter(in -> in.name().equals(name)).findFirst().orElseThrow();
    }

    /** Returns what an example has of an input. */
    private CodeBlock input(ModelParts.In in) {
      return heads.inputOf(in, name -> Examples.value(name(EXAMPLE), name));
    }

    private CodeBlock expected(Answers answer) {
      return heads.expectedOf(answer, Examples.value(name(EXAMPLE), ExampleClass.EXPECTED));
    }

    private Member fit(TypeName examples) {
      Member.Builder fit =
          Member.overriding("fit").returns(classes.predictor()).parameter(examples, name(EXAMPLES));
      trainer.addNetwork(fit, name(EXAMPLES));
      fit.statement(rows());
      for (Answers answer : weights.outputs()) {
        weights.addLocal(
            fit,
            answer,
            name(weights(answer)),
            codec(answer.name()),
            CodeBlock.of("$N", name(ROWS)),
            heads.answers().indexOf(answer));
      }
      fit.code(CodeBlock.of("\n"));
      fit.begin(
          "try ($T $N =$W$L)",
          RuntimeTypes.TRAINING_RUN,
          name(TrainerClass.RUN),
          trainer.run(CodeBlock.of("$N.size()", name(ROWS))));
      trainer.beginEpochs(fit);
      fit.begin(
          "for ($T $N : $N.batches($N))",
          ParameterizedTypeName.get(RuntimeTypes.BATCH, STEPS, NUMBERS),
          name(BATCH),
          name(TrainerClass.RUN),
          name(ROWS));
      addStep(fit);
      fit.end();
      trainer.endEpochs(fit, CodeBlock.of("validate($N::evaluate)", name(TrainerClass.MODEL)));
      return fit.build();
    }

    private CodeBlock rows() {
      boolean changes =
          parts.inputs().stream().anyMatch(in -> in.code().augmentation().isPresent());
      CodeBlock.Builder row =
          changes
              ? CodeBlock.builder().add("($N, $N) -> {$>\n", name(EXAMPLE), name(RANDOM))
              : CodeBlock.builder().add("$N -> {$>\n", name(EXAMPLE));
      List<CodeBlock> inputs = new ArrayList<>();
      for (ModelParts.In in : parts.inputs()) {
        String variable = name(steps(in));
        row.add(
            "$T $N =$W$L;\n",
            RuntimeTypes.STEPS,
            variable,
            changes
                ? in.code().changedSteps(codec(in.name()), input(in), name(RANDOM))
                : in.code().steps(codec(in.name()), input(in)));
        inputs.add(CodeBlock.of("$N", variable));
      }
      List<CodeBlock> targets = new ArrayList<>();
      for (Answers answer : heads.answers()) {
        String variable = name(target(answer));
        row.add(
            "$T $N =$W$L;\n",
            ArrayTypeName.of(TypeName.FLOAT),
            variable,
            answer.target(
                codec(answer.name()),
                expected(answer),
                answer.aligned().isPresent()
                    ? CodeBlock.of("$N.length()", name(steps(heads.stepped())))
                    : answer.eachStep() ? steps() : CodeBlock.of("1")));
        targets.add(CodeBlock.of("$N", variable));
      }
      row.add("$T $N =$W{$L};\n", STEPS, name(INPUTS), joined(inputs))
          .add("$T $N =$W{$L};\n", NUMBERS, name(TARGETS), joined(targets))
          .add(
              "return new $T<>($N, $N, $T.longest($N));",
              RuntimeTypes.ROW,
              name(INPUTS),
              name(TARGETS),
              RuntimeTypes.STEPS,
              name(INPUTS))
          .add("$<\n}");
      return CodeBlock.of(
          "$T $N =\nrows(\n$>$>$N,\n$L$L$<$<)",
          ParameterizedTypeName.get(RuntimeTypes.ROWS, STEPS, NUMBERS),
          name(ROWS),
          name(EXAMPLES),
          lookedAt(),
          row.build());
    }

    /** Returns the outputs whose classes are counted; nothing where there are none. */
    private CodeBlock lookedAt() {
      if (weights.outputs().isEmpty()) {
        return CodeBlock.of("");
      }
      return CodeBlock.of(
          "$T.of($L),\n",
          List.class,
          heads.answers().stream()
              .map(
                  answer ->
                      CodeBlock.of(
                          "new $T($S, $N)",
                          RuntimeTypes.HEAD_CODEC,
                          answer.name(),
                          codec(answer.name())))
              .collect(CodeBlock.joining(",$W")));
    }

    private static CodeBlock joined(List<CodeBlock> values) {
      return values.stream().collect(CodeBlock.joining(", "));
    }

    private static String steps(ModelParts.In in) {
      return in.name() + "Steps";
    }

    private static String target(Answers answer) {
      return answer.name() + "Target";
    }

    private CodeBlock steps() {
      ModelParts.In stepped = heads.stepped();
      return HeadsPredictor.length(stepped, input(stepped));
    }

    private void addStep(Member.Builder fit) {
      String step = name(TrainerClass.STEP);
      String batch = name(BATCH);
      String scores = name(TrainerClass.SCORES);
      trainer
          .beginStep(fit, CodeBlock.of("$N", batch))
          .statement(
              "$T $N =$W$N.forward($N, $L)",
              RuntimeTypes.ND_LIST,
              scores,
              name(TrainerClass.NETWORK),
              step,
              StepBatches.all(step, CodeBlock.of("$N.inputs()", batch), parts.inputs().size()));
      boolean single = heads.answers().size() == 1;
      for (int i = 0; i < heads.answers().size(); i++) {
        Answers answer = heads.answers().get(i);
        String variable = name(single ? TrainerClass.LOSS : loss(answer));
        if (answer.crf().isPresent()) {
          CodeBlock ofTags =
              CodeBlock.of(
                  "$N.$N.loss($N, $N, $N.get($L), $N.expected(), $L)",
                  name(TrainerClass.NETWORK),
                  answer.crf().get(),
                  step,
                  codec(answer.name()),
                  scores,
                  i,
                  batch,
                  i);
          fit.statement(
              "$T $N =$W$L", RuntimeTypes.ND_ARRAY, variable, ofGroup(i, ofTags, Optional.empty()));
          continue;
        }
        if (answer.aligned().isPresent()) {
          // the mean over the examples, as which batches are added up
          fit.statement(
              "$T $N =$W$T.transcripts($N.get($L), $N, $L, $L, $L)",
              RuntimeTypes.ND_ARRAY,
              variable,
              RuntimeTypes.LOSSES,
              scores,
              i,
              batch,
              i,
              parts.inputs().indexOf(heads.stepped()),
              Code.number(answer.aligned().get().every()));
          continue;
        }
        CodeBlock targets =
            CodeBlock.of(
                "$N.targets($N.expected(), $L, $N.targetSize())",
                step,
                batch,
                i,
                codec(answer.name()));
        Optional<String> weights =
            answer.isWeighted() ? Optional.of(name(weights(answer))) : Optional.empty();
        fit.statement(
            "$T $N =$W$L",
            RuntimeTypes.ND_ARRAY,
            name(single ? TrainerClass.LOSS : loss(answer)),
            ofGroup(
                i,
                answer
                    .code()
                    .lossOf(
                        answer.output().loss(),
                        CodeBlock.of("$N.get($L)", scores, i),
                        targets,
                        weights),
                weights));
      }
      if (!single) {
        fit.statement("$T $N =$W$L", RuntimeTypes.ND_ARRAY, name(TrainerClass.LOSS), sumOfLosses());
      }
      trainer.addUpdate(fit);
      fit.end();
    }

    /** Batches that are added up have more or fewer answers of a head. */
    private CodeBlock ofGroup(int head, CodeBlock loss, Optional<String> weights) {
      return CodeBlock.of(
          "$N.ofGroup(\n$L,\n$L$L)",
          name(TrainerClass.STEP),
          head,
          loss,
          weights.map(all -> CodeBlock.of(",\n$N", all)).orElse(CodeBlock.of("")));
    }

    private CodeBlock sumOfLosses() {
      CodeBlock.Builder sum = CodeBlock.builder();
      for (Answers answer : heads.answers()) {
        double weight = answer.output().loss().weight();
        CodeBlock loss =
            weight == 1
                ? CodeBlock.of("$N", name(loss(answer)))
                : CodeBlock.of(
                    "$T.weighted($N, $L)",
                    RuntimeTypes.LOSSES,
                    name(loss(answer)),
                    Code.number(weight));
        sum.add(sum.isEmpty() ? "$L" : ".add($L)", loss);
      }
      return sum.build();
    }
  }
}
