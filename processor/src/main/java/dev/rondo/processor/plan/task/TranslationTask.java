package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.ExampleClass;
import dev.rondo.processor.plan.type.TrainerClass;
import dev.rondo.processor.shape.ShapedModel;
import java.util.List;
import java.util.stream.Stream;

/** A model that writes one text given another: it learns from pairs of texts. */
final class TranslationTask implements TaskPlanner {
  private static final TypeName TOKENS = ArrayTypeName.of(TypeName.INT);

  private final ModelGraph graph;
  private final ModelParts parts;
  private final LayerFields fields;
  private final GeneratedClasses classes;

  TranslationTask(ModelGraph graph, ModelParts parts, LayerFields fields) {
    this.graph = graph;
    this.parts = parts;
    this.fields = fields;
    this.classes = parts.classes();
  }

  @Override
  public ClassPlan network(ShapedModel model) {
    return TranslationNetworkClass.plan(model, parts, fields);
  }

  @Override
  public List<ClassPlan> api() {
    return List.of(ExampleClass.plan(parts), new Trainer().plan(), predictor());
  }

  @Override
  public ClassPlan predictor() {
    return new TranslationPredictor(parts).plan();
  }

  /** The trainer: pairs of texts, batches and steps. */
  private final class Trainer {
    private static final String EXAMPLES = "examples";
    private static final String EXAMPLE = "example";
    private static final String ROWS = "rows";
    private static final String BATCH = "batch";
    private static final String TARGETS = "targets";
    private static final String SOURCE = "source";
    private static final String TARGET = "target";
    private static final String NEXT = "next";

    private final TrainerClass trainer =
        new TrainerClass(
            parts,
            graph.training(),
            fields.nodes(),
            List.of(EXAMPLES, EXAMPLE, ROWS, BATCH, TARGETS, SOURCE, TARGET, NEXT));
    private final String input = parts.input().name();
    private final String output = parts.output().name();
    private final boolean oneVocabulary = parts.codecs(ModelParts.STORED).size() == 1;

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
                      Examples.feed(method, name(EXAMPLES), name(EXAMPLE), fed(codec, learner))))
          .build();
    }

    private List<CodeBlock> fed(CodecField codec, String learner) {
      Stream<String> values = oneVocabulary ? Stream.of(input, output) : Stream.of(codec.owner());
      return values.map(value -> CodeBlock.of("$N.add($L)", learner, ofExample(value))).toList();
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
          trainer.run(CodeBlock.of("$T.count($N)", RuntimeTypes.TARGETS, name(ROWS))));
      trainer.beginEpochs(fit);
      fit.begin(
              "for ($T $N : $N.batches($N))",
              ParameterizedTypeName.get(RuntimeTypes.BATCH, TOKENS, TOKENS),
              name(BATCH),
              name(TrainerClass.RUN),
              name(ROWS))
          .statement(
              "$1T $2N =$W$1T.of($3N.expected())",
              RuntimeTypes.TARGETS,
              name(TARGETS),
              name(BATCH));
      addStep(fit);
      fit.end();
      trainer.endEpochs(
          fit, CodeBlock.of("validate($N::evaluateGreedily)", name(TrainerClass.MODEL)));
      return fit.build();
    }

    /** Batches are of similar length on both sides together. */
    private CodeBlock rows() {
      String source = name(SOURCE);
      String target = name(TARGET);
      CodeBlock row =
          CodeBlock.builder()
              .add("$N -> {$>\n", name(EXAMPLE))
              .add(
                  "int[] $N = $N.encode($L);\n",
                  source,
                  trainer.names().ofModel(input),
                  ofExample(input))
              .add(
                  "int[] $N = $N.tokens($L);\n",
                  target,
                  trainer.names().ofModel(oneVocabulary ? input : output),
                  ofExample(output))
              .add(
                  "return new $1T<>($2N, $3N, $2N.length + $3N.length);",
                  RuntimeTypes.ROW,
                  source,
                  target)
              .add("$<\n}")
              .build();
      return CodeBlock.of(
          "$T $N =\nrows(\n$>$>$N,\n$L$<$<)",
          ParameterizedTypeName.get(RuntimeTypes.ROWS, TOKENS, TOKENS),
          name(ROWS),
          name(EXAMPLES),
          row);
    }

    private void addStep(Member.Builder fit) {
      String step = name(TrainerClass.STEP);
      String targets = name(TARGETS);
      trainer
          .beginStep(fit, CodeBlock.of("$N.count()", targets))
          .statement(batch(SOURCE, name(BATCH)))
          .statement(batch(TARGET, targets))
          .statement(
              "$T $N = $N.classes($N.outputs())", RuntimeTypes.ND_ARRAY, name(NEXT), step, targets)
          .statement(
              "$T $N =\n$>$>$N.loss($N, $N, $N, $N, options().labelSmoothing())$<$<",
              RuntimeTypes.ND_ARRAY,
              name(TrainerClass.LOSS),
              name(TrainerClass.NETWORK),
              step,
              name(SOURCE),
              name(TARGET),
              name(NEXT));
      trainer.addUpdate(fit);
      fit.end();
    }

    private CodeBlock batch(String variable, String of) {
      return CodeBlock.of(
          "$1T $2N =$W$1T.of($3N, $4N.inputs())",
          RuntimeTypes.TOKEN_BATCH,
          name(variable),
          name(TrainerClass.STEP),
          of);
    }

    private CodeBlock ofExample(String value) {
      return Examples.value(name(EXAMPLE), value);
    }

    private String name(String wanted) {
      return trainer.names().get(wanted);
    }
  }
}
