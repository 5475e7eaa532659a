package dev.rondo.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.ModelPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TextTrainerPlan;
import javax.lang.model.element.Modifier;

/** Writes the trainer of a language model: settings, and the training loop for everyone to read. */
final class TextTrainerWriter {
  private final GeneratedClasses classes;
  private final TextTrainerPlan plan;

  private TextTrainerWriter(ModelPlan.OfText model) {
    classes = model.classes();
    plan = model.trainer();
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
    return new TrainerSpecs(classes, plan.options(), plan.settings())
        .addTo(trainer)
        .addMethod(fit())
        .addMethod(learn())
        .build();
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
    addNetwork(fit);
    addLoop(fit);
    return fit.build();
  }

  private void addNetwork(MethodSpec.Builder fit) {
    String start = name(TextTrainerPlan.START);
    fit.addStatement("$T $N = startingPoint()", classes.predictor(), start)
        .addStatement(
            "$T $N =$W$N == null ? $N($N) : $L",
            RuntimeTypes.TEXT_CODEC,
            plan.codec(),
            start,
            plan.learn(),
            name(TextTrainerPlan.TEXT),
            plan.continuedCodec())
        .addStatement(
            "$1T $2N =$Wnew $1T($3L)",
            classes.network(),
            name(TextTrainerPlan.NETWORK),
            plan.networkArguments());
    plan.rates().forEach(fit::addStatement);
    fit.addStatement(
            "$T $N =$W$N == null ? null : $L",
            RuntimeTypes.WEIGHTS,
            name(TextTrainerPlan.WEIGHTS),
            start,
            plan.continuedWeights())
        .addCode("\n");
  }

  private void addLoop(MethodSpec.Builder fit) {
    String run = name(TextTrainerPlan.RUN);
    String model = name(TextTrainerPlan.MODEL);
    String streams = name(TextTrainerPlan.STREAMS);
    fit.beginControlFlow(
            "try ($1T $2N = $1T.of($3N, $4N);\n" + "    $5T $6N = start($7N, $8N, $2N.tokens()))",
            RuntimeTypes.TEXT_STREAMS,
            streams,
            name(TextTrainerPlan.TEXT),
            plan.codec(),
            RuntimeTypes.TRAINING_RUN,
            run,
            name(TextTrainerPlan.NETWORK),
            name(TextTrainerPlan.WEIGHTS))
        .addStatement(
            "$T $N =\n$L",
            classes.predictor(),
            model,
            predictor(CodeBlock.of("$T.none()", RuntimeTypes.TRAINING_HISTORY)))
        .beginControlFlow("while ($N.nextEpoch())", run)
        .beginControlFlow(
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
            model)
        .addStatement("show($N)", model)
        .endControlFlow()
        .addStatement("return $L", predictor(CodeBlock.of("$N.finish()", run)))
        .endControlFlow();
  }

  private void addStep(MethodSpec.Builder fit) {
    String step = name(TextTrainerPlan.STEP);
    String window = name(TextTrainerPlan.WINDOW);
    fit.beginControlFlow(
            "try ($T $N =$W$N.nextStep($N))",
            RuntimeTypes.TRAINING_STEP,
            step,
            name(TextTrainerPlan.RUN),
            window)
        .addStatement(
            "$T $N =$W$N.forward($N, $T.of($N, $N.inputs()), $N)",
            RuntimeTypes.ND_ARRAY,
            name(TextTrainerPlan.SCORES),
            name(TextTrainerPlan.NETWORK),
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
            name(TextTrainerPlan.LOSS),
            RuntimeTypes.LOSSES,
            name(TextTrainerPlan.SCORES),
            name(TextTrainerPlan.TARGETS))
        .addStatement("$N.backward($N)", step, name(TextTrainerPlan.LOSS))
        .addStatement("$N.clipGradients(options().clipNorm())", step)
        .addStatement("$N.update()", step)
        .addStatement("$N.detach()", name(TextTrainerPlan.STATE))
        .endControlFlow();
  }

  private CodeBlock predictor(CodeBlock history) {
    return CodeBlock.of(
        "new $T($Z$N,$W$N,$W$N.host(),$W$L)",
        classes.predictor(),
        plan.codec(),
        name(TextTrainerPlan.NETWORK),
        name(TextTrainerPlan.RUN),
        history);
  }

  private MethodSpec learn() {
    String learner = name(TextTrainerPlan.LEARNER);
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
    return plan.names().get(wanted);
  }
}
