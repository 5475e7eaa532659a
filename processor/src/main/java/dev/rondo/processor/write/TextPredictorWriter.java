package dev.rondo.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.ModelPlan;
import dev.rondo.processor.plan.PredictorPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TextPredictorPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the predictor of a language model, which continues texts. */
final class TextPredictorWriter {
  private final GeneratedClasses classes;
  private final TextPredictorPlan plan;

  private TextPredictorWriter(ModelPlan.OfText model) {
    classes = model.classes();
    plan = model.predictor();
  }

  static TypeSpec write(ModelPlan.OfText model) {
    return new TextPredictorWriter(model).write();
  }

  private TypeSpec write() {
    StorageSpecs storage =
        new StorageSpecs(classes, List.of(plan.codec()), plan.networkArguments(), plan.names());
    TypeSpec.Builder type =
        Specs.api(classes, classes.predictor())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(classes.model())
            .addJavadoc(
                """
                Continues texts for {@link $T} with a trained network.

                <p>Safe for use by many threads. Holds native memory until it is closed.
                """,
                classes.model())
            .addField(plan.codec().type(), plan.codec().name(), Modifier.FINAL)
            .addField(RuntimeTypes.NETWORK_HOST, name(PredictorPlan.HOST), Modifier.FINAL)
            .addField(privateField(RuntimeTypes.TRAINING_HISTORY, PredictorPlan.HISTORY))
            .addField(privateField(RuntimeTypes.TEXT_WRITER, TextPredictorPlan.WRITER))
            .addField(privateField(RuntimeTypes.TEXT_EVALUATOR, TextPredictorPlan.EVALUATOR))
            .addField(sessions().field())
            .addMethod(constructor())
            .addMethods(storage.loading());
    if (!plan.closeableAlready()) {
      type.addSuperinterface(AutoCloseable.class);
    }
    return type.addMethods(sessions().methods())
        .addMethod(write("Continues a text by the model's own probabilities."))
        .addMethod(writeBy())
        .addMethod(stream())
        .addMethod(perplexity())
        .addMethod(evaluateTexts())
        .addMethod(evaluateFiles())
        .addMethod(evaluateSource())
        .addMethods(storage.keeping())
        .build();
  }

  private SessionSpecs sessions() {
    return new SessionSpecs(classes, List.of(plan.codec()), plan.names());
  }

  private FieldSpec privateField(TypeName type, String wanted) {
    return FieldSpec.builder(type, name(wanted), Modifier.PRIVATE, Modifier.FINAL).build();
  }

  private MethodSpec constructor() {
    String codec = plan.codec().name();
    String network = name(PredictorPlan.NETWORK);
    String host = name(PredictorPlan.HOST);
    String history = name(PredictorPlan.HISTORY);
    return MethodSpec.constructorBuilder()
        .addParameter(plan.codec().type(), codec)
        .addParameter(classes.network(), network)
        .addParameter(RuntimeTypes.NETWORK_HOST, host)
        .addParameter(RuntimeTypes.TRAINING_HISTORY, history)
        .addStatement("this.$1N = $1N", codec)
        .addStatement("this.$1N = $1N", host)
        .addStatement("this.$1N = $1N", history)
        .addStatement(
            "this.$N = new $T($N, $N, $N)",
            name(TextPredictorPlan.WRITER),
            RuntimeTypes.TEXT_WRITER,
            host,
            network,
            codec)
        .addStatement(
            "this.$N = new $T($N, $N, $N)",
            name(TextPredictorPlan.EVALUATOR),
            RuntimeTypes.TEXT_EVALUATOR,
            host,
            network,
            codec)
        .addStatement(sessions().created())
        .build();
  }

  private MethodSpec write(String summary) {
    return Specs.overriding(plan.method())
        .addJavadoc("$L\n\n", summary)
        .addJavadoc("@return what follows, another text each time\n")
        .addJavadoc("@throws $T if the text is null\n", IllegalArgumentException.class)
        .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class)
        .returns(String.class)
        .addParameter(String.class, plan.input())
        .addStatement(
            "return $N($N, $T.atRandom())", plan.method(), plan.input(), RuntimeTypes.SAMPLING)
        .build();
  }

  private MethodSpec writeBy() {
    return writing(plan.method(), "Continues a text, choosing tokens as wanted.")
        .returns(String.class)
        .addStatement(
            "return $N.write($N, $N)",
            name(TextPredictorPlan.WRITER),
            plan.input(),
            name(TextPredictorPlan.SAMPLING))
        .build();
  }

  private MethodSpec stream() {
    return writing(
            plan.streamed(),
            "Continues a text piece by piece: what the stream has not been asked for is not"
                + " written.")
        .returns(ParameterizedTypeName.get(Stream.class, String.class))
        .addStatement(
            "return $N.stream($N, $N)",
            name(TextPredictorPlan.WRITER),
            plan.input(),
            name(TextPredictorPlan.SAMPLING))
        .build();
  }

  private MethodSpec.Builder writing(String method, String summary) {
    return Specs.publicMethod(method)
        .addJavadoc("$L\n\n", summary)
        .addJavadoc("@return what follows\n")
        .addJavadoc("@throws $T if an argument is null\n", IllegalArgumentException.class)
        .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class)
        .addParameter(String.class, plan.input())
        .addParameter(RuntimeTypes.SAMPLING, name(TextPredictorPlan.SAMPLING));
  }

  private MethodSpec perplexity() {
    return measuring(
            "perplexity", "Returns among how many equally likely tokens it is as uncertain.")
        .returns(TypeName.DOUBLE)
        .addParameter(texts())
        .addStatement("return evaluate($N).perplexity()", name(TextPredictorPlan.TEXTS))
        .build();
  }

  private MethodSpec evaluateTexts() {
    return measuring(
            "evaluate",
            "Measures how well each token of texts is foretold from all of its text before it.")
        .returns(RuntimeTypes.TEXT_EVALUATION)
        .addParameter(texts())
        .addStatement(
            "return $N.evaluate($N)",
            name(TextPredictorPlan.EVALUATOR),
            name(TextPredictorPlan.TEXTS))
        .build();
  }

  private MethodSpec evaluateFiles() {
    return measuring(
            "evaluate",
            "Measures how well the tokens of files are foretold, which may be larger than memory."
                + " They are read as up to 32 streams side by side.")
        .returns(RuntimeTypes.TEXT_EVALUATION)
        .addParameter(ArrayTypeName.of(Path.class), name(TextPredictorPlan.FILES))
        .varargs()
        .addStatement(
            "return evaluate($T.of($N))", RuntimeTypes.TEXT_SOURCE, name(TextPredictorPlan.FILES))
        .build();
  }

  private MethodSpec evaluateSource() {
    return MethodSpec.methodBuilder("evaluate")
        .returns(RuntimeTypes.TEXT_EVALUATION)
        .addParameter(RuntimeTypes.TEXT_SOURCE, name(TextPredictorPlan.TEXT))
        .addStatement(
            "return $N.evaluate($N)",
            name(TextPredictorPlan.EVALUATOR),
            name(TextPredictorPlan.TEXT))
        .build();
  }

  private static MethodSpec.Builder measuring(String method, String summary) {
    return Specs.publicMethod(method)
        .addJavadoc("$L\n\n", summary)
        .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class);
  }

  private ParameterSpec texts() {
    return ParameterSpec.builder(
            ParameterizedTypeName.get(ClassName.get(Iterable.class), ClassName.get(String.class)),
            name(TextPredictorPlan.TEXTS))
        .build();
  }

  private String name(String wanted) {
    return plan.names().get(wanted);
  }
}
