package dev.rondo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.ModelPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TrainerPlan;
import javax.lang.model.element.Modifier;

/** Writes the trainer: settings, and the training loop for everyone to read. */
final class TrainerWriter {
  private final GeneratedClasses classes;
  private final TrainerPlan plan;

  private TrainerWriter(ModelPlan.OfExamples model) {
    classes = model.classes();
    plan = model.trainer();
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
    return new TrainerSpecs(classes, plan.options(), plan.settings())
        .addTo(trainer)
        .addMethod(fit())
        .addMethod(learn())
        .build();
  }

  private MethodSpec fit() {
    MethodSpec.Builder fit =
        Specs.overriding("fit")
            .returns(classes.predictor())
            .addParameter(examplesType(), name(TrainerPlan.EXAMPLES));
    addNetwork(fit);
    addRows(fit);
    addLoop(fit);
    return fit.build();
  }

  private void addNetwork(MethodSpec.Builder fit) {
    String start = name(TrainerPlan.START);
    fit.addStatement("$T $N = startingPoint()", classes.predictor(), start);
    for (TrainerPlan.Codec codec : plan.codecs()) {
      fit.addStatement(
          "$T $N =$W$N == null ? $L : $L",
          codec.type(),
          codec.name(),
          start,
          codec.created(),
          codec.continued());
    }
    fit.addStatement(
        "$1T $2N =$Wnew $1T($3L)",
        classes.network(),
        name(TrainerPlan.NETWORK),
        plan.networkArguments());
    plan.rates().forEach(fit::addStatement);
    fit.addStatement(
        "$T $N =$W$N == null ? null : $L",
        RuntimeTypes.WEIGHTS,
        name(TrainerPlan.WEIGHTS),
        start,
        plan.continuedWeights());
    fit.addCode("\n");
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
    String run = name(TrainerPlan.RUN);
    String model = name(TrainerPlan.MODEL);
    fit.beginControlFlow(
            "try ($T $N =$Wstart($N, $N, $N.size()))",
            RuntimeTypes.TRAINING_RUN,
            run,
            name(TrainerPlan.NETWORK),
            name(TrainerPlan.WEIGHTS),
            name(TrainerPlan.ROWS))
        .addStatement(
            "$T $N =\n$L",
            classes.predictor(),
            model,
            predictor(CodeBlock.of("$T.none()", RuntimeTypes.TRAINING_HISTORY)))
        .beginControlFlow("while ($N.nextEpoch())", run)
        .beginControlFlow(
            "for ($T $N : $N.batches($N))",
            ParameterizedTypeName.get(RuntimeTypes.BATCH, plan.input(), plan.target()),
            name(TrainerPlan.BATCH),
            run,
            name(TrainerPlan.ROWS));
    addStep(fit);
    fit.endControlFlow()
        .addStatement("$N.endEpoch(() -> validate($N::evaluate))", run, model)
        .endControlFlow()
        .addStatement("return $L", predictor(CodeBlock.of("$N.finish()", run)))
        .endControlFlow();
  }

  private void addStep(MethodSpec.Builder fit) {
    String step = name(TrainerPlan.STEP);
    String batch = name(TrainerPlan.BATCH);
    fit.beginControlFlow(
            "try ($T $N =$W$N.nextStep($N))",
            RuntimeTypes.TRAINING_STEP,
            step,
            name(TrainerPlan.RUN),
            batch)
        .addStatement(
            "$T $N =$W$N.forward($N, $T.of($N, $N.inputs()))",
            RuntimeTypes.ND_ARRAY,
            name(TrainerPlan.SCORES),
            name(TrainerPlan.NETWORK),
            step,
            RuntimeTypes.TOKEN_BATCH,
            step,
            batch)
        .addStatement(
            "$T $N =$W$L", RuntimeTypes.ND_ARRAY, name(TrainerPlan.TARGETS), plan.targets())
        .addStatement("$T $N =$W$L", RuntimeTypes.ND_ARRAY, name(TrainerPlan.LOSS), plan.loss())
        .addStatement("$N.backward($N)", step, name(TrainerPlan.LOSS))
        .addStatement("$N.clipGradients(options().clipNorm())", step)
        .addStatement("$N.update()", step)
        .endControlFlow();
  }

  private CodeBlock predictor(CodeBlock history) {
    CodeBlock codecs =
        plan.codecs().stream()
            .map(codec -> CodeBlock.of("$N", codec.name()))
            .collect(CodeBlock.joining(",$W"));
    return CodeBlock.of(
        "new $T($Z$L,$W$N,$W$N.host(),$W$L)",
        classes.predictor(),
        codecs,
        name(TrainerPlan.NETWORK),
        name(TrainerPlan.RUN),
        history);
  }

  private MethodSpec learn() {
    TrainerPlan.Learning learning = plan.learning();
    String learner = name(TrainerPlan.LEARNER);
    return MethodSpec.methodBuilder(learning.method())
        .addModifiers(Modifier.PRIVATE)
        .returns(learning.type())
        .addParameter(examplesType(), name(TrainerPlan.EXAMPLES))
        .addStatement("$T $N = $L", learning.learnerType(), learner, learning.learner())
        .beginControlFlow(
            "for ($T $N : $T.noNulls($N, $S))",
            classes.example(),
            name(TrainerPlan.EXAMPLE),
            RuntimeTypes.ARGUMENTS,
            name(TrainerPlan.EXAMPLES),
            "example")
        .addStatement("$N.add($L)", learner, learning.fed())
        .endControlFlow()
        .addStatement("return $N.$L", learner, learning.built())
        .build();
  }

  private TypeName examplesType() {
    return ParameterizedTypeName.get(ClassName.get(Iterable.class), classes.example());
  }

  private String name(String wanted) {
    return plan.names().get(wanted);
  }
}
