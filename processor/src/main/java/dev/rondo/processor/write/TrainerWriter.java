package dev.rondo.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.ModelPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TrainerFrame;
import dev.rondo.processor.plan.TrainerPlan;
import javax.lang.model.element.Modifier;

/** Writes the trainer: settings, and the training loop for everyone to read. */
final class TrainerWriter {
  private final GeneratedClasses classes;
  private final TrainerPlan plan;
  private final TrainerSpecs specs;

  private TrainerWriter(ModelPlan.OfExamples model) {
    classes = model.classes();
    plan = model.trainer();
    specs = new TrainerSpecs(classes, plan.frame());
  }

  static TypeSpec write(ModelPlan.OfExamples model) {
    return new TrainerWriter(model).write();
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
    return specs.addTo(trainer).addMethod(fit()).addMethod(specs.learn(plan.learning())).build();
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

  private void addRows(MethodSpec.Builder fit) {
    String tokens = name(TrainerPlan.TOKENS);
    CodeBlock row =
        CodeBlock.builder()
            .add("$N -> {$>\n", name(TrainerPlan.EXAMPLE))
            .add("int[] $N = $L;\n", tokens, plan.encodedInput())
            .add(
                "return new $T<>($N, $L, $N.length);",
                RuntimeTypes.ROW,
                tokens,
                plan.encodedOutput(),
                tokens)
            .add("$<\n}")
            .build();
    fit.addStatement(
        "$T $N =\n$T.of(\n$>$>$N,\n$L$<$<)",
        ParameterizedTypeName.get(RuntimeTypes.ROWS, plan.input(), plan.target()),
        name(TrainerPlan.ROWS),
        RuntimeTypes.ROWS,
        name(TrainerPlan.EXAMPLES),
        row);
    fit.addCode("\n");
  }

  private void addLoop(MethodSpec.Builder fit) {
    String run = name(TrainerFrame.RUN);
    fit.beginControlFlow(
        "try ($T $N =$Wstart($N, $N, $N.size()))",
        RuntimeTypes.TRAINING_RUN,
        run,
        name(TrainerFrame.NETWORK),
        name(TrainerFrame.WEIGHTS),
        name(TrainerPlan.ROWS));
    specs.beginEpochs(fit);
    fit.beginControlFlow(
        "for ($T $N : $N.batches($N))",
        ParameterizedTypeName.get(RuntimeTypes.BATCH, plan.input(), plan.target()),
        name(TrainerPlan.BATCH),
        run,
        name(TrainerPlan.ROWS));
    addStep(fit);
    fit.endControlFlow()
        .addStatement("$N.endEpoch(() -> validate($N::evaluate))", run, name(TrainerFrame.MODEL));
    specs.endEpochs(fit);
  }

  private void addStep(MethodSpec.Builder fit) {
    String step = name(TrainerFrame.STEP);
    String batch = name(TrainerPlan.BATCH);
    fit.beginControlFlow(
            "try ($T $N =$W$N.nextStep($N))",
            RuntimeTypes.TRAINING_STEP,
            step,
            name(TrainerFrame.RUN),
            batch)
        .addStatement(
            "$T $N =$W$N.forward($N, $T.of($N, $N.inputs()))",
            RuntimeTypes.ND_ARRAY,
            name(TrainerFrame.SCORES),
            name(TrainerFrame.NETWORK),
            step,
            RuntimeTypes.TOKEN_BATCH,
            step,
            batch)
        .addStatement(
            "$T $N =$W$L", RuntimeTypes.ND_ARRAY, name(TrainerPlan.TARGETS), plan.targets())
        .addStatement("$T $N =$W$L", RuntimeTypes.ND_ARRAY, name(TrainerFrame.LOSS), plan.loss());
    specs.addUpdate(fit);
    fit.endControlFlow();
  }

  private String name(String wanted) {
    return plan.frame().names().get(wanted);
  }
}
