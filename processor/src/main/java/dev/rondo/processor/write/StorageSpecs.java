package dev.rondo.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.Names;
import dev.rondo.processor.plan.PredictorPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes what all predictors have to be stored and freed: {@code load}, {@code save}, {@code
 * history}, {@code close}.
 *
 * @param codecs what a file keeps beside the weights
 * @param networkArguments the arguments of the network's constructor, from local codecs
 * @param names fields and local variables
 */
record StorageSpecs(
    GeneratedClasses classes,
    List<PredictorPlan.Codec> codecs,
    CodeBlock networkArguments,
    Names names) {

  /** Returns the methods that read a model. */
  List<MethodSpec> loading() {
    return List.of(
        load(Path.class, PredictorPlan.FILE),
        loadOnto(Path.class, PredictorPlan.FILE, "of the file"),
        load(InputStream.class, PredictorPlan.STREAM),
        loadOnto(InputStream.class, PredictorPlan.STREAM, "in the stream"),
        restore());
  }

  /** Returns the methods that keep and free a model. */
  List<MethodSpec> keeping() {
    return List.of(save(), history(), close());
  }

  private MethodSpec load(Class<?> source, String wanted) {
    return Specs.publicMethod("load")
        .addModifiers(Modifier.STATIC)
        .addJavadoc("Like {@link #load($T, $T)}, onto the CPU.\n", source, RuntimeTypes.DEVICE)
        .returns(classes.predictor())
        .addParameter(source, name(wanted))
        .addStatement("return load($N, $T.cpu())", name(wanted), RuntimeTypes.DEVICE)
        .build();
  }

  private MethodSpec loadOnto(Class<?> source, String wanted, String where) {
    String model = name(PredictorPlan.MODEL);
    return Specs.publicMethod("load")
        .addModifiers(Modifier.STATIC)
        .addJavadoc("Returns the model $L.\n\n", where)
        .addJavadoc(
            "@throws $T if it is damaged, or the model of other layers, inputs or outputs\n",
            RuntimeTypes.MODEL_FILE_EXCEPTION)
        .addJavadoc("@throws $T if the device is not available\n", IllegalStateException.class)
        .returns(classes.predictor())
        .addParameter(source, name(wanted))
        .addParameter(RuntimeTypes.DEVICE, name(PredictorPlan.DEVICE))
        .beginControlFlow(
            "try ($1T $2N =$W$1T.open($3N, $4T.signature()))",
            RuntimeTypes.MODEL_READER,
            model,
            name(wanted),
            classes.network())
        .addStatement("return load($N, $N)", model, name(PredictorPlan.DEVICE))
        .endControlFlow()
        .build();
  }

  private MethodSpec restore() {
    String model = name(PredictorPlan.MODEL);
    String network = name(PredictorPlan.NETWORK);
    String host = name(PredictorPlan.HOST);
    MethodSpec.Builder restore =
        MethodSpec.methodBuilder("load")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(classes.predictor())
            .addParameter(RuntimeTypes.MODEL_READER, model)
            .addParameter(RuntimeTypes.DEVICE, name(PredictorPlan.DEVICE));
    for (PredictorPlan.Codec codec : codecs) {
      restore.addStatement(
          "$T $N =$W$N.codec($S, $L)",
          codec.type(),
          codec.name(),
          model,
          codec.key(),
          codec.restored());
    }
    return restore
        .addStatement("$1T $2N =$Wnew $1T($3L)", classes.network(), network, networkArguments)
        .addStatement(
            "$1T $2N =$W$1T.restore($3N, $4N, $5N.weights($3N.weightShapes()))",
            RuntimeTypes.NETWORK_HOST,
            host,
            network,
            name(PredictorPlan.DEVICE),
            model)
        .addStatement(
            "return new $T($Z$L,$W$N,$W$N,$W$N.history())",
            classes.predictor(),
            codecNames(),
            network,
            host,
            model)
        .build();
  }

  private CodeBlock codecNames() {
    return codecs.stream()
        .map(codec -> CodeBlock.of("$N", codec.name()))
        .collect(CodeBlock.joining(",$W"));
  }

  private MethodSpec save() {
    String file = name(PredictorPlan.FILE);
    CodeBlock.Builder calls =
        CodeBlock.builder()
            .add("$T.of($T.signature())", RuntimeTypes.MODEL_WRITER, classes.network());
    for (PredictorPlan.Codec codec : codecs) {
      calls.add("\n.codec($S, $N.stored())", codec.key(), codec.name());
    }
    calls.add("\n.history($N)", name(PredictorPlan.HISTORY));
    calls.add("\n.write($N, $N.weights())", file, name(PredictorPlan.HOST));
    return Specs.publicMethod("save")
        .addJavadoc("Writes the model to a file, which is replaced once it is complete.\n\n")
        .addJavadoc("@throws $T if the file cannot be written\n", RuntimeTypes.MODEL_FILE_EXCEPTION)
        .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class)
        .addParameter(Path.class, file)
        .addStatement(calls.build())
        .build();
  }

  private MethodSpec history() {
    return Specs.publicMethod("history")
        .addJavadoc("Returns how the model was trained.\n")
        .returns(RuntimeTypes.TRAINING_HISTORY)
        .addStatement("return $N", name(PredictorPlan.HISTORY))
        .build();
  }

  private MethodSpec close() {
    return Specs.overriding("close")
        .addJavadoc("Waits for running calls, then frees the memory. A second call does nothing.\n")
        .addStatement("$N.close()", name(PredictorPlan.HOST))
        .build();
  }

  private String name(String wanted) {
    return names.get(wanted);
  }
}
