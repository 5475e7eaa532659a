package dev.rondo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TrainerFrame;
import dev.rondo.processor.plan.TrainerPlan;
import javax.lang.model.element.Modifier;

/** Writes what all trainers have: settings with setters, and what surrounds the training loop. */
record TrainerSpecs(GeneratedClasses classes, TrainerFrame frame) {

  /** Adds fields, constructor, factory method and setters. */
  TypeSpec.Builder addTo(TypeSpec.Builder trainer) {
    return trainer
        .addFields(frame.settings().stream().map(TrainerSpecs::field).toList())
        .addMethod(constructor())
        .addMethod(create())
        .addMethods(frame.settings().stream().map(this::setter).toList());
  }

  private static FieldSpec field(TrainerPlan.Setting setting) {
    return FieldSpec.builder(setting.type(), setting.name(), Modifier.PRIVATE)
        .initializer(setting.initial())
        .build();
  }

  private MethodSpec constructor() {
    CodeBlock.Builder calls = CodeBlock.builder();
    frame.options().forEach(option -> calls.add("\n.$L", option));
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addStatement(
            frame.options().isEmpty()
                ? "super($T.builder()$L.build())"
                : "super(\n$T.builder()$>$>$L\n.build()$<$<)",
            RuntimeTypes.TRAINING_OPTIONS,
            calls.build())
        .build();
  }

  private MethodSpec create() {
    return Specs.publicMethod("create")
        .addJavadoc("Returns a new trainer.\n")
        .addModifiers(Modifier.STATIC)
        .returns(classes.trainer())
        .addStatement("return new $T()", classes.trainer())
        .build();
  }

  private MethodSpec setter(TrainerPlan.Setting setting) {
    return Specs.publicMethod(setting.name())
        .addJavadoc("$L\n\n", setting.summary())
        .addJavadoc(
            "@param $N $L; $L by default\n", setting.parameter(), setting.range(), setting.shown())
        .addJavadoc("@throws $T if it is out of range\n", IllegalArgumentException.class)
        .returns(classes.trainer())
        .addParameter(setting.type(), setting.parameter())
        .addStatement("$N = $L", setting.name(), setting.checked())
        .addStatement("return this")
        .build();
  }

  /**
   * Adds the statements that make codecs and network, those of a predictor to continue from too.
   */
  void addNetwork(MethodSpec.Builder fit) {
    String start = name(TrainerFrame.START);
    fit.addStatement("$T $N = startingPoint()", classes.predictor(), start);
    for (TrainerPlan.Codec codec : frame.codecs()) {
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
        name(TrainerFrame.NETWORK),
        frame.networkArguments());
    frame.rates().forEach(fit::addStatement);
    fit.addStatement(
            "$T $N =$W$N == null ? null : $L",
            RuntimeTypes.WEIGHTS,
            name(TrainerFrame.WEIGHTS),
            start,
            frame.continuedWeights())
        .addCode("\n");
  }

  /** Adds the predictor that the loop evaluates, and opens the loop over epochs. */
  void beginEpochs(MethodSpec.Builder fit) {
    fit.addStatement(
            "$T $N =\n$L",
            classes.predictor(),
            name(TrainerFrame.MODEL),
            predictor(CodeBlock.of("$T.none()", RuntimeTypes.TRAINING_HISTORY)))
        .beginControlFlow("while ($N.nextEpoch())", name(TrainerFrame.RUN));
  }

  /** Shows the model of each epoch, closes the loop and the run, and returns the trained model. */
  void endEpochs(MethodSpec.Builder fit) {
    fit.addStatement("show($N)", name(TrainerFrame.MODEL))
        .endControlFlow()
        .addStatement("return $L", predictor(CodeBlock.of("$N.finish()", name(TrainerFrame.RUN))))
        .endControlFlow();
  }

  /** Adds the statements that change the weights by the loss. */
  void addUpdate(MethodSpec.Builder fit) {
    String step = name(TrainerFrame.STEP);
    fit.addStatement("$N.backward($N)", step, name(TrainerFrame.LOSS))
        .addStatement("$N.clipGradients(options().clipNorm())", step)
        .addStatement("$N.update()", step);
  }

  /** Returns the method that learns a codec from examples. */
  MethodSpec learn(TrainerPlan.Learning learning) {
    String learner = name(TrainerFrame.LEARNER);
    MethodSpec.Builder learn =
        MethodSpec.methodBuilder(learning.method())
            .addModifiers(Modifier.PRIVATE)
            .returns(learning.type())
            .addParameter(examples(), name(TrainerPlan.EXAMPLES))
            .addStatement("$T $N = $L", learning.learnerType(), learner, learning.learner())
            .beginControlFlow(
                "for ($T $N : $T.noNulls($N, $S))",
                classes.example(),
                name(TrainerPlan.EXAMPLE),
                RuntimeTypes.ARGUMENTS,
                name(TrainerPlan.EXAMPLES),
                "example");
    learning.fed().forEach(fed -> learn.addStatement("$N.add($L)", learner, fed));
    return learn.endControlFlow().addStatement("return $N.$L", learner, learning.built()).build();
  }

  /** Returns the type of the training data of a model that has examples. */
  TypeName examples() {
    return ParameterizedTypeName.get(ClassName.get(Iterable.class), classes.example());
  }

  private CodeBlock predictor(CodeBlock history) {
    CodeBlock codecs =
        frame.codecs().stream()
            .map(codec -> CodeBlock.of("$N", codec.name()))
            .collect(CodeBlock.joining(",$W"));
    return CodeBlock.of(
        "new $T($Z$L,$W$N,$W$N.host(),$W$L)",
        classes.predictor(),
        codecs,
        name(TrainerFrame.NETWORK),
        name(TrainerFrame.RUN),
        history);
  }

  private String name(String wanted) {
    return frame.names().get(wanted);
  }
}
