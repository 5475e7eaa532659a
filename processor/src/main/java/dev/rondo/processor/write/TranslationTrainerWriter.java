package dev.rondo.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.ModelPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TrainerFrame;
import dev.rondo.processor.plan.TrainerPlan;
import dev.rondo.processor.plan.TranslationTrainerPlan;
import javax.lang.model.element.Modifier;

/** Writes the trainer of a model that translates: settings, and the loop for everyone to read. */
final class TranslationTrainerWriter {
  private static final TypeName TOKENS = ArrayTypeName.of(TypeName.INT);

  private final GeneratedClasses classes;
  private final TranslationTrainerPlan plan;
  private final TrainerSpecs specs;

  private TranslationTrainerWriter(ModelPlan.OfTranslation model) {
    classes = model.classes();
    plan = model.trainer();
    specs = new TrainerSpecs(classes, plan.frame());
  }

  static TypeSpec write(ModelPlan.OfTranslation model) {
    return new TranslationTrainerWriter(model).write();
  }

  private TypeSpec write() {
    TypeSpec.Builder trainer =
        Specs.api(classes, classes.trainer())
            .addModifiers(Modifier.FINAL)
            .superclass(
                ParameterizedTypeName.get(
                    RuntimeTypes.TRAINER,
                    classes.trainer(),
                    classes.example(),
                    classes.predictor()))
            .addJavadoc(
                "Trains {@link $T}. What is not set here is as its annotations say.\n",
                classes.model());
    return specs
        .addTo(trainer)
        .addMethod(fit())
        .addMethods(plan.learnings().stream().map(specs::learn).toList())
        .build();
  }

  private MethodSpec fit() {
    MethodSpec.Builder fit =
        Specs.overriding("fit")
            .returns(classes.predictor())
            .addParameter(specs.examples(), name(TrainerPlan.EXAMPLES));
    specs.addNetwork(fit);
    addRows(fit);
    addLoop(fit);
    return fit.build();
  }

  /** Batches are of similar length on both sides together. */
  private void addRows(MethodSpec.Builder fit) {
    String source = name(TranslationTrainerPlan.SOURCE);
    String target = name(TranslationTrainerPlan.TARGET);
    CodeBlock row =
        CodeBlock.builder()
            .add("$N -> {$>\n", name(TrainerPlan.EXAMPLE))
            .add("int[] $N = $L;\n", source, plan.encodedInput())
            .add("int[] $N = $L;\n", target, plan.encodedOutput())
            .add(
                "return new $1T<>($2N, $3N, $2N.length + $3N.length);",
                RuntimeTypes.ROW,
                source,
                target)
            .add("$<\n}")
            .build();
    fit.addStatement(
        "$T $N =\n$T.of(\n$>$>$N,\n$L$<$<)",
        ParameterizedTypeName.get(RuntimeTypes.ROWS, TOKENS, TOKENS),
        name(TrainerPlan.ROWS),
        RuntimeTypes.ROWS,
        name(TrainerPlan.EXAMPLES),
        row);
    fit.addCode("\n");
  }

  private void addLoop(MethodSpec.Builder fit) {
    String run = name(TrainerFrame.RUN);
    String batch = name(TrainerPlan.BATCH);
    fit.beginControlFlow(
        "try ($T $N =$Wstart($N, $N, $T.count($N)))",
        RuntimeTypes.TRAINING_RUN,
        run,
        name(TrainerFrame.NETWORK),
        name(TrainerFrame.WEIGHTS),
        RuntimeTypes.TARGETS,
        name(TrainerPlan.ROWS));
    specs.beginEpochs(fit);
    fit.beginControlFlow(
            "for ($T $N : $N.batches($N))",
            ParameterizedTypeName.get(RuntimeTypes.BATCH, TOKENS, TOKENS),
            batch,
            run,
            name(TrainerPlan.ROWS))
        .addStatement(
            "$1T $2N =$W$1T.of($3N.expected())",
            RuntimeTypes.TARGETS,
            name(TrainerPlan.TARGETS),
            batch);
    addStep(fit);
    fit.endControlFlow()
        .addStatement(
            "$N.endEpoch(() -> validate($N::evaluateGreedily))", run, name(TrainerFrame.MODEL));
    specs.endEpochs(fit);
  }

  private void addStep(MethodSpec.Builder fit) {
    String step = name(TrainerFrame.STEP);
    String targets = name(TrainerPlan.TARGETS);
    fit.beginControlFlow(
            "try ($T $N =$W$N.nextStep($N.count()))",
            RuntimeTypes.TRAINING_STEP,
            step,
            name(TrainerFrame.RUN),
            targets)
        .addStatement(batch(TranslationTrainerPlan.SOURCE, name(TrainerPlan.BATCH)))
        .addStatement(batch(TranslationTrainerPlan.TARGET, targets))
        .addStatement(
            "$T $N = $N.classes($N.outputs())",
            RuntimeTypes.ND_ARRAY,
            name(TranslationTrainerPlan.NEXT),
            step,
            targets)
        .addStatement(
            "$T $N =\n$>$>$N.loss($N, $N, $N, $N, options().labelSmoothing())$<$<",
            RuntimeTypes.ND_ARRAY,
            name(TrainerFrame.LOSS),
            name(TrainerFrame.NETWORK),
            step,
            name(TranslationTrainerPlan.SOURCE),
            name(TranslationTrainerPlan.TARGET),
            name(TranslationTrainerPlan.NEXT));
    specs.addUpdate(fit);
    fit.endControlFlow();
  }

  private CodeBlock batch(String variable, String of) {
    return CodeBlock.of(
        "$1T $2N =$W$1T.of($3N, $4N.inputs())",
        RuntimeTypes.TOKEN_BATCH,
        name(variable),
        name(TrainerFrame.STEP),
        of);
  }

  private String name(String wanted) {
    return plan.frame().names().get(wanted);
  }
}
