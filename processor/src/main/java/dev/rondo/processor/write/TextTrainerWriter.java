package dev.rondo.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.ModelPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TextTrainerPlan;
import dev.rondo.processor.plan.TrainerFrame;
import javax.lang.model.element.Modifier;

/** Writes the trainer of a language model: settings, and the training loop for everyone to read. */
final class TextTrainerWriter {
  private final GeneratedClasses classes;
  private final TextTrainerPlan plan;
  private final TrainerSpecs specs;

  private TextTrainerWriter(ModelPlan.OfText model) {
    classes = model.classes();
    plan = model.trainer();
    specs = new TrainerSpecs(classes, plan.frame());
  }

  static TypeSpec write(ModelPlan.OfText model) {
    return new TextTrainerWriter(model).write();
  }

  private TypeSpec write() {
    TypeSpec.Builder trainer =
        Specs.api(classes, classes.trainer())
            .addModifiers(Modifier.FINAL)
            .superclass(
                ParameterizedTypeName.get(
                    RuntimeTypes.TEXT_TRAINER, classes.trainer(), classes.predictor()))
            .addJavadoc(
                "Trains {@link $T} on plain text. What is not set here is as its annotations"
                    + " say.\n",
                classes.model());
    return specs.addTo(trainer).addMethod(fit()).addMethod(learn()).build();
  }

  private MethodSpec fit() {
    MethodSpec.Builder fit =
        MethodSpec.methodBuilder("fit")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(classes.predictor())
            .addParameter(RuntimeTypes.TEXT_SOURCE, name(TextTrainerPlan.TEXT))
            .addParameter(
                Specs.nullable(
                    classes, RuntimeTypes.TEXT_SOURCE, name(TextTrainerPlan.VALIDATION)));
    specs.addNetwork(fit);
    addLoop(fit);
    return fit.build();
  }

  private void addLoop(MethodSpec.Builder fit) {
    String run = name(TrainerFrame.RUN);
    String model = name(TrainerFrame.MODEL);
    String streams = name(TextTrainerPlan.STREAMS);
    fit.beginControlFlow(
        "try ($1T $2N = $1T.of($3N, $4N);\n" + "    $5T $6N = start($7N, $8N, $2N.tokens()))",
        RuntimeTypes.TEXT_STREAMS,
        streams,
        name(TextTrainerPlan.TEXT),
        plan.codec(),
        RuntimeTypes.TRAINING_RUN,
        run,
        name(TrainerFrame.NETWORK),
        name(TrainerFrame.WEIGHTS));
    specs.beginEpochs(fit);
    fit.beginControlFlow(
            "try ($T $N =$W$N.newState())",
            RuntimeTypes.STREAM_STATE,
            name(TextTrainerPlan.STATE),
            run)
        .beginControlFlow(
            "for ($T $N : $N.windows($N))",
            RuntimeTypes.WINDOW,
            name(TextTrainerPlan.WINDOW),
            run,
            streams)
        .addStatement("$N.follow($N)", name(TextTrainerPlan.STATE), name(TextTrainerPlan.WINDOW));
    addStep(fit);
    fit.endControlFlow()
        .endControlFlow()
        .addStatement(
            "$N.endEpoch(() -> validate($N, $N::evaluate))",
            run,
            name(TextTrainerPlan.VALIDATION),
            model);
    specs.endEpochs(fit);
  }

  private void addStep(MethodSpec.Builder fit) {
    String step = name(TrainerFrame.STEP);
    String window = name(TextTrainerPlan.WINDOW);
    fit.beginControlFlow(
            "try ($T $N =$W$N.nextStep($N))",
            RuntimeTypes.TRAINING_STEP,
            step,
            name(TrainerFrame.RUN),
            window)
        .addStatement(
            "$T $N =$W$N.forward($N, $T.of($N, $N.inputs()), $N)",
            RuntimeTypes.ND_ARRAY,
            name(TrainerFrame.SCORES),
            name(TrainerFrame.NETWORK),
            step,
            RuntimeTypes.TOKEN_BATCH,
            step,
            window,
            name(TextTrainerPlan.STATE))
        .addStatement(
            "$T $N =$W$N.targets($N)",
            RuntimeTypes.ND_ARRAY,
            name(TextTrainerPlan.TARGETS),
            step,
            window)
        .addStatement(
            "$T $N =$W$T.nextToken($N, $N, options().labelSmoothing())",
            RuntimeTypes.ND_ARRAY,
            name(TrainerFrame.LOSS),
            RuntimeTypes.LOSSES,
            name(TrainerFrame.SCORES),
            name(TextTrainerPlan.TARGETS));
    specs.addUpdate(fit);
    fit.addStatement("$N.detach()", name(TextTrainerPlan.STATE)).endControlFlow();
  }

  private MethodSpec learn() {
    String learner = name(TrainerFrame.LEARNER);
    return MethodSpec.methodBuilder(plan.learn())
        .addModifiers(Modifier.PRIVATE)
        .returns(RuntimeTypes.TEXT_CODEC)
        .addParameter(RuntimeTypes.TEXT_SOURCE, name(TextTrainerPlan.TEXT))
        .addStatement(
            "$T $N = $L", RuntimeTypes.TEXT_CODEC.nestedClass("Learner"), learner, plan.learner())
        .addStatement("$N.forEachPiece($N::add)", name(TextTrainerPlan.TEXT), learner)
        .addStatement("return $N.$L", learner, plan.built())
        .build();
  }

  private String name(String wanted) {
    return plan.frame().names().get(wanted);
  }
}
