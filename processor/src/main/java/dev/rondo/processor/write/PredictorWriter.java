package dev.rondo.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.Prediction;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.ModelPlan;
import dev.rondo.processor.plan.PredictorPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the predictor: the user's interface, implemented, and what comes with it. */
final class PredictorWriter {
  private final GeneratedClasses classes;
  private final PredictorPlan plan;

  private PredictorWriter(ModelPlan.OfExamples model) {
    classes = model.classes();
    plan = model.predictor();
  }

  static TypeSpec write(ModelPlan.OfExamples model) {
    return new PredictorWriter(model).write();
  }

  private TypeSpec write() {
    StorageSpecs storage =
        new StorageSpecs(classes, plan.codecs(), plan.networkArguments(), plan.names());
    TypeSpec.Builder type =
        Specs.api(classes, classes.predictor())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(classes.model())
            .addJavadoc(
                """
                Answers {@link $T} with a trained network.

                <p>Safe for use by many threads. Holds native memory until it is closed.
                """,
                classes.model())
            .addJavadoc(
                plan.noSession()
                    .map(reason -> CodeBlock.of("\n<p>There is no session: $L.\n", reason))
                    .orElse(CodeBlock.of("")))
            .addFields(fields())
            .addMethod(constructor())
            .addMethods(storage.loading());
    if (!plan.closeableAlready()) {
      type.addSuperinterface(AutoCloseable.class);
    }
    if (plan.noSession().isEmpty()) {
      type.addMethods(sessions().methods());
    }
    return type.addMethods(predictions())
        .addMethod(evaluate())
        .addMethods(storage.keeping())
        .addMethod(scores())
        .build();
  }

  private List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    // the trainer, which continues from a predictor, reads the fields that are not private
    for (PredictorPlan.Codec codec : plan.codecs()) {
      fields.add(FieldSpec.builder(codec.type(), codec.name(), Modifier.FINAL).build());
    }
    fields.add(
        FieldSpec.builder(RuntimeTypes.NETWORK_HOST, name(PredictorPlan.HOST), Modifier.FINAL)
            .build());
    fields.add(privateField(classes.network(), PredictorPlan.NETWORK));
    fields.add(privateField(RuntimeTypes.TRAINING_HISTORY, PredictorPlan.HISTORY));
    if (plan.noSession().isEmpty()) {
      fields.add(sessions().field());
    }
    return fields;
  }

  private SessionSpecs sessions() {
    return new SessionSpecs(classes, plan.codecs(), plan.names());
  }

  private FieldSpec privateField(TypeName type, String wanted) {
    return FieldSpec.builder(type, name(wanted), Modifier.PRIVATE, Modifier.FINAL).build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (PredictorPlan.Codec codec : plan.codecs()) {
      constructor.addParameter(codec.type(), codec.name());
    }
    constructor
        .addParameter(classes.network(), name(PredictorPlan.NETWORK))
        .addParameter(RuntimeTypes.NETWORK_HOST, name(PredictorPlan.HOST))
        .addParameter(RuntimeTypes.TRAINING_HISTORY, name(PredictorPlan.HISTORY));
    for (ParameterSpec parameter : constructor.build().parameters()) {
      constructor.addStatement("this.$1N = $1N", parameter.name());
    }
    if (plan.noSession().isEmpty()) {
      constructor.addStatement(sessions().created());
    }
    return constructor.build();
  }

  private List<MethodSpec> predictions() {
    List<MethodSpec> methods = new ArrayList<>();
    plan.methods().answers().ifPresent(answers -> methods.add(answer(answers)));
    methods.add(scored());
    plan.methods().answers().ifPresent(answers -> methods.add(answerAll(answers)));
    methods.add(allScored());
    return methods;
  }

  private MethodSpec answer(PredictorPlan.Answers answers) {
    return Specs.overriding(answers.one())
        .returns(plan.answer())
        .addParameter(plan.input().type(), plan.input().name())
        .varargs(plan.varargs())
        .addStatement("return $N($N).value()", plan.methods().scored(), plan.input().name())
        .build();
  }

  private MethodSpec scored() {
    MethodSpec.Builder scored = Specs.publicMethod(plan.methods().scored());
    if (plan.methods().answers().isPresent()) {
      scored
          .addJavadoc(
              "Like {@link $T#$L}, with the probability of every answer.\n\n",
              classes.model(),
              classes.method())
          .addJavadoc("@throws $T if the input is null\n", IllegalArgumentException.class)
          .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class);
    } else {
      scored.addAnnotation(Override.class);
    }
    return scored
        .returns(predictionType())
        .addParameter(plan.input().type(), plan.input().name())
        .varargs(plan.varargs())
        .addStatement("$T $N =$W$L", plan.encoded(), name(PredictorPlan.ROW), plan.encodedInput())
        .addStatement(
            "return $N.prediction($N($T.of($N)).get(0))",
            plan.decoder(),
            plan.methods().scores(),
            List.class,
            name(PredictorPlan.ROW))
        .build();
  }

  private MethodSpec answerAll(PredictorPlan.Answers answers) {
    return all(answers.all(), plan.value(), "Answers several inputs at once, which is faster.")
        .addStatement(
            "return $N($N).stream().map($T::value).toList()",
            plan.methods().allScored(),
            plan.inputs(),
            Prediction.class)
        .build();
  }

  private MethodSpec allScored() {
    String rows = name(PredictorPlan.ROWS);
    String summary =
        plan.methods().answers().isPresent()
            ? "Answers several inputs at once, with the probability of every answer."
            : "Answers several inputs at once, which is faster.";
    return all(plan.methods().allScored(), predictionType(), summary)
        .addStatement(
            "$T $N =$W$T.copyOf($N, $S).stream().map($L).toList()",
            listOf(plan.encoded()),
            rows,
            RuntimeTypes.ARGUMENTS,
            plan.inputs(),
            plan.inputs(),
            plan.encodedEach())
        .addStatement(
            "return $N($N).stream().map($N::prediction).toList()",
            plan.methods().scores(),
            rows,
            plan.decoder())
        .build();
  }

  private MethodSpec.Builder all(String method, TypeName answer, String summary) {
    return Specs.publicMethod(method)
        .addJavadoc("$L\n\n", summary)
        .addJavadoc("@return the answers in the order of the inputs\n")
        .addJavadoc("@throws $T if an input is null\n", IllegalArgumentException.class)
        .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class)
        .returns(listOf(answer))
        .addParameter(listOf(plan.input().type()), plan.inputs());
  }

  private MethodSpec evaluate() {
    String metrics = name(PredictorPlan.METRICS);
    String part = name(PredictorPlan.PART);
    String scores = name(PredictorPlan.SCORES);
    String index = name(PredictorPlan.INDEX);
    return Specs.publicMethod("evaluate")
        .addJavadoc("Compares the answers with those that examples expect.\n\n")
        .addJavadoc(
            "@throws $T if there is no example, or one is null\n", IllegalArgumentException.class)
        .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class)
        .returns(RuntimeTypes.EVALUATION)
        .addParameter(
            ParameterizedTypeName.get(ClassName.get(Iterable.class), classes.example()),
            name(PredictorPlan.EXAMPLES))
        .addStatement(
            "$T $N =$Wnew $T<>($N)",
            ParameterizedTypeName.get(RuntimeTypes.CLASSIFICATION_METRICS, plan.value()),
            metrics,
            RuntimeTypes.CLASSIFICATION_METRICS,
            plan.decoder())
        .beginControlFlow(
            "for ($T $N : $T.of($N))",
            listOf(classes.example()),
            part,
            RuntimeTypes.CHUNKS,
            name(PredictorPlan.EXAMPLES))
        .addStatement(
            "$T $N =$W$N.stream().map($L).toList()",
            listOf(plan.encoded()),
            name(PredictorPlan.ROWS),
            part,
            plan.encodedExample())
        .addStatement(
            "$T $N =$W$N($N)",
            listOf(ArrayTypeName.of(TypeName.FLOAT)),
            scores,
            plan.methods().scores(),
            name(PredictorPlan.ROWS))
        .beginControlFlow("for (int $1N = 0; $1N < $2N.size(); $1N++)", index, part)
        .addStatement(
            "$1N.add($2N.get($3N), $4N.get($3N).$5N())",
            metrics,
            scores,
            index,
            part,
            plan.expected())
        .endControlFlow()
        .endControlFlow()
        .addStatement("return $N.evaluation()", metrics)
        .build();
  }

  private MethodSpec scores() {
    String rows = name(PredictorPlan.ROWS);
    String row = name(PredictorPlan.ROW);
    String pass = name(PredictorPlan.PASS);
    String batch = name(PredictorPlan.BATCH);
    return MethodSpec.methodBuilder(plan.methods().scores())
        .addModifiers(Modifier.PRIVATE)
        .returns(listOf(ArrayTypeName.of(TypeName.FLOAT)))
        .addParameter(listOf(plan.encoded()), rows)
        .addStatement(
            "return $1N.scores(\n$2N,\n$3N -> $3N.length,\n"
                + "($4N, $5N) -> $6N.forward($4N, $7T.of($4N, $5N)))",
            name(PredictorPlan.HOST),
            rows,
            row,
            pass,
            batch,
            name(PredictorPlan.NETWORK),
            RuntimeTypes.TOKEN_BATCH)
        .build();
  }

  private TypeName predictionType() {
    return ParameterizedTypeName.get(ClassName.get(Prediction.class), plan.value());
  }

  private static TypeName listOf(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(List.class), element);
  }

  private String name(String wanted) {
    return plan.names().get(wanted);
  }
}
