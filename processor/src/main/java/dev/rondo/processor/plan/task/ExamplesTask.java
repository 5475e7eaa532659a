package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.BooleanCode;
import dev.rondo.processor.plan.head.ClassCode;
import dev.rondo.processor.plan.input.Encoded;
import dev.rondo.processor.plan.input.InputCode;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.layer.StepCode;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.ExampleClass;
import dev.rondo.processor.plan.type.SessionClass;
import dev.rondo.processor.plan.type.TrainerClass;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model that learns from examples, with one answer each. */
final class ExamplesTask implements TaskPlanner {
  private static final ClassName INTEGER = ClassName.get(Integer.class);
  private static final String EXAMPLES = "examples";
  private static final String EXAMPLE = "example";
  private static final String ROWS = "rows";
  private static final String BATCH = "batch";
  private static final String TARGETS = "targets";
  private static final String STREAM = "stream";

  private final ModelGraph graph;
  private final ModelParts parts;
  private final LayerFields fields;
  private final GeneratedClasses classes;

  ExamplesTask(ModelGraph graph, ModelParts parts, LayerFields fields) {
    this.graph = graph;
    this.parts = parts;
    this.fields = fields;
    this.classes = parts.classes();
  }

  @Override
  public ClassPlan network(ShapedModel model) {
    boolean causal = noSession().isEmpty();
    return StepNetwork.plan(
        model,
        parts,
        fields,
        new StepNetwork.Grain(
            false,
            causal ? RuntimeTypes.CAUSAL_NETWORK : RuntimeTypes.TOKEN_NETWORK,
            causal ? Optional.of(STREAM) : Optional.empty(),
            "what the layers remember"),
        causal ? StepCode.of(graph.nodes(), fields) : Optional.empty());
  }

  @Override
  public List<ClassPlan> api() {
    List<ClassPlan> api =
        new ArrayList<>(List.of(ExampleClass.plan(parts), new Trainer().plan(), predictor()));
    if (noSession().isEmpty()) {
      api.add(SessionClass.plan(parts));
    }
    return api;
  }

  @Override
  public ClassPlan predictor() {
    return new ExamplesPredictor(parts, noSession()).plan();
  }

  private Optional<String> noSession() {
    return Causality.obstacle(graph.nodes());
  }

  /** The trainer: rows, batches and steps. */
  private final class Trainer {
    private final ClassCode answer = parts.output().answeringClass().orElseThrow();
    private final InputCode input = parts.input().code();
    private final Encoded encoded = input.encoded();
    private final TrainerClass trainer =
        new TrainerClass(
            parts,
            graph.training(),
            fields.nodes(),
            new Thresholds(
                answer instanceof BooleanCode ? List.of(parts.output().name()) : List.of(),
                Optional.of(ExamplesPredictor.calibration(parts, parts.output().name()))),
            List.of(EXAMPLES, EXAMPLE, ROWS, BATCH, TARGETS));

    ClassPlan plan() {
      TypeName examples = Code.iterableOf(classes.example());
      return trainer
          .start(
              ParameterizedTypeName.get(
                  RuntimeTypes.TRAINER, classes.trainer(), classes.example(), classes.predictor()))
          .doc(
              "Trains {@link $T}. What is not set here is as its annotations say.\n",
              classes.model())
          .member(fit(examples))
          .members(
              trainer.learning(
                  examples,
                  name(EXAMPLES),
                  (method, codec, learner) ->
                      Examples.feed(
                          method,
                          name(EXAMPLES),
                          name(EXAMPLE),
                          List.of(
                              CodeBlock.of(
                                  "$N.add($L)", learner, input.value(ofExample(codec.owner())))))))
          .build();
    }

    private Member fit(TypeName examples) {
      Member.Builder fit =
          Member.overriding("fit").returns(classes.predictor()).parameter(examples, name(EXAMPLES));
      trainer.addNetwork(fit, name(EXAMPLES));
      fit.statement(rows()).code(CodeBlock.of("\n"));
      fit.begin(
          "try ($T $N =$W$L)",
          RuntimeTypes.TRAINING_RUN,
          name(TrainerClass.RUN),
          trainer.run(CodeBlock.of("$N.size()", name(ROWS))));
      trainer.beginEpochs(fit);
      fit.begin(
          "for ($T $N : $N.batches($N))",
          ParameterizedTypeName.get(RuntimeTypes.BATCH, encoded.row(), INTEGER),
          name(BATCH),
          name(TrainerClass.RUN),
          name(ROWS));
      addStep(fit);
      fit.end();
      trainer.endEpochs(fit, ExamplesPredictor.classifier(parts));
      return fit.build();
    }

    private CodeBlock rows() {
      return CodeBlock.of(
          "$T $N =$Wrows($N, $N, new $T<>($L, $N))",
          ParameterizedTypeName.get(RuntimeTypes.ROWS, encoded.row(), INTEGER),
          name(ROWS),
          name(EXAMPLES),
          trainer.names().ofModel(parts.output().name()),
          RuntimeTypes.PAIR_ENCODER,
          input.tokenEncoder(trainer.names().ofModel(parts.input().name())),
          trainer.names().ofModel(parts.output().name()));
    }

    private void addStep(Member.Builder fit) {
      String step = name(TrainerClass.STEP);
      String batch = name(BATCH);
      String scores = name(TrainerClass.SCORES);
      trainer
          .beginStep(fit, CodeBlock.of("$N", batch))
          .statement(
              "$T $N =$W$N.forward($N, $T.of($N, $N.inputs()))",
              RuntimeTypes.ND_ARRAY,
              scores,
              name(TrainerClass.NETWORK),
              step,
              encoded.batch(),
              step,
              batch)
          .statement(
              "$T $N =$W$L", RuntimeTypes.ND_ARRAY, name(TARGETS), answer.targets(step, batch))
          .statement(
              "$T $N =$W$L",
              RuntimeTypes.ND_ARRAY,
              name(TrainerClass.LOSS),
              answer.loss(scores, name(TARGETS)));
      trainer.addUpdate(fit);
      fit.end();
    }

    private CodeBlock ofExample(String value) {
      return Examples.value(name(EXAMPLE), value);
    }

    private String name(String wanted) {
      return trainer.names().get(wanted);
    }
  }
}
