package dev.rondo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
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
import dev.rondo.processor.plan.TranslationPredictorPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the predictor of a model that translates. */
final class TranslationPredictorWriter {
  private static final TypeName STRING = ClassName.get(String.class);

  private final GeneratedClasses classes;
  private final TranslationPredictorPlan plan;

  private TranslationPredictorWriter(ModelPlan.OfTranslation model) {
    classes = model.classes();
    plan = model.predictor();
  }

  static TypeSpec write(ModelPlan.OfTranslation model) {
    return new TranslationPredictorWriter(model).write();
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
                Translates for {@link $T} with a trained network.

                <p>Safe for use by many threads. Holds native memory until it is closed.
                """,
                classes.model())
            .addFields(fields())
            .addMethod(constructor())
            .addMethods(storage.loading());
    if (!plan.closeableAlready()) {
      type.addSuperinterface(AutoCloseable.class);
    }
    return type.addMethods(translations())
        .addMethod(evaluate())
        .addMethod(evaluateBy())
        .addMethod(evaluateGreedily())
        .addMethods(storage.keeping())
        .build();
  }

  private List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    fields.add(
        FieldSpec.builder(
                RuntimeTypes.DECODING,
                name(TranslationPredictorPlan.SEARCH),
                Modifier.PRIVATE,
                Modifier.STATIC,
                Modifier.FINAL)
            .initializer(plan.search())
            .build());
    // the trainer, which continues from a predictor, reads the fields that are not private
    for (PredictorPlan.Codec codec : plan.codecs()) {
      fields.add(FieldSpec.builder(codec.type(), codec.name(), Modifier.FINAL).build());
    }
    fields.add(
        FieldSpec.builder(RuntimeTypes.NETWORK_HOST, name(PredictorPlan.HOST), Modifier.FINAL)
            .build());
    fields.add(privateField(RuntimeTypes.TRAINING_HISTORY, PredictorPlan.HISTORY));
    fields.add(privateField(RuntimeTypes.TEXT_TRANSLATOR, TranslationPredictorPlan.TRANSLATOR));
    fields.add(
        privateField(RuntimeTypes.TRANSLATION_EVALUATOR, TranslationPredictorPlan.EVALUATOR));
    return fields;
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
    for (PredictorPlan.Codec codec : plan.codecs()) {
      constructor.addStatement("this.$1N = $1N", codec.name());
    }
    return constructor
        .addStatement("this.$1N = $1N", name(PredictorPlan.HOST))
        .addStatement("this.$1N = $1N", name(PredictorPlan.HISTORY))
        .addStatement(created(TranslationPredictorPlan.TRANSLATOR, RuntimeTypes.TEXT_TRANSLATOR))
        .addStatement(
            created(TranslationPredictorPlan.EVALUATOR, RuntimeTypes.TRANSLATION_EVALUATOR))
        .build();
  }

  private CodeBlock created(String field, ClassName type) {
    return CodeBlock.of(
        "this.$N =$Wnew $T($N, $N, $N, $N)",
        name(field),
        type,
        name(PredictorPlan.HOST),
        name(PredictorPlan.NETWORK),
        plan.codecs().get(0).name(),
        plan.written());
  }

  private List<MethodSpec> translations() {
    ParameterSpec one = ParameterSpec.builder(STRING, plan.input()).build();
    ParameterSpec several = ParameterSpec.builder(listOf(STRING), plan.inputs()).build();
    CodeBlock scored =
        CodeBlock.of(
            "Translates a text; gives the best translations with scores and what they attended"
                + " to.");
    CodeBlock all = CodeBlock.of("Translates several texts at once, which is faster.");
    CodeBlock allScored =
        CodeBlock.of(
            "Like {@link #$L($T)}, for several texts at once, which is faster.",
            plan.method() + "Scored",
            STRING);
    TypeName translation = RuntimeTypes.TRANSLATION;
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        usual(Specs.overriding(plan.method()).returns(STRING).addParameter(one), plan.method()));
    methods.add(wanted("", STRING, one));
    methods.add(usual("Scored", scored, translation, one));
    methods.add(wanted("Scored", translation, one));
    methods.add(usual("All", all, listOf(STRING), several));
    methods.add(wanted("All", listOf(STRING), several));
    methods.add(usual("AllScored", allScored, listOf(translation), several));
    methods.add(wanted("AllScored", listOf(translation), several));
    return methods;
  }

  /** Returns a method that searches as the annotation says. */
  private MethodSpec usual(
      String suffix, CodeBlock summary, TypeName returned, ParameterSpec given) {
    String method = plan.method() + suffix;
    return usual(documented(method, summary, returned, given), method);
  }

  private MethodSpec usual(MethodSpec.Builder method, String name) {
    String given = method.build().parameters().get(0).name();
    return method
        .addStatement("return $N($N, $N)", name, given, name(TranslationPredictorPlan.SEARCH))
        .build();
  }

  /** Returns a method that is told how to search. */
  private MethodSpec wanted(String suffix, TypeName returned, ParameterSpec given) {
    String method = plan.method() + suffix;
    String decoding = name(TranslationPredictorPlan.DECODING);
    return documented(method, searchingAsWanted(method, given), returned, given)
        .addParameter(RuntimeTypes.DECODING, decoding)
        .addStatement(
            "return $N.translate$L($N, $N)",
            name(TranslationPredictorPlan.TRANSLATOR),
            suffix,
            given.name(),
            decoding)
        .build();
  }

  private static CodeBlock searchingAsWanted(String method, ParameterSpec given) {
    TypeName type =
        given.type() instanceof ParameterizedTypeName generic ? generic.rawType() : given.type();
    return CodeBlock.of("Like {@link #$L($T)}, searching as wanted.", method, type);
  }

  private static MethodSpec.Builder documented(
      String method, CodeBlock summary, TypeName returned, ParameterSpec given) {
    MethodSpec.Builder documented =
        Specs.publicMethod(method).addJavadoc("$L\n\n", summary).returns(returned);
    if (!given.type().equals(STRING)) {
      documented.addJavadoc("@return the translations in the order of the texts\n");
    }
    return documented
        .addJavadoc("@throws $T if an argument is null\n", IllegalArgumentException.class)
        .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class)
        .addParameter(given);
  }

  private MethodSpec evaluate() {
    return evaluating(
            CodeBlock.of(
                "Compares translations with those expected; examples of one text are several right"
                    + " answers."))
        .addStatement(
            "return evaluate($N, $N)",
            name(PredictorPlan.EXAMPLES),
            name(TranslationPredictorPlan.SEARCH))
        .build();
  }

  private MethodSpec evaluateBy() {
    String decoding = name(TranslationPredictorPlan.DECODING);
    return evaluating(searchingAsWanted("evaluate", examples()))
        .addParameter(RuntimeTypes.DECODING, decoding)
        .addStatement(
            "return $1N.evaluate(\n$2N,\n$3T::$4N,\n$3T::$5N,\n$6N -> $7N.translateAll($6N, $8N))",
            name(TranslationPredictorPlan.EVALUATOR),
            name(PredictorPlan.EXAMPLES),
            classes.example(),
            plan.source(),
            plan.target(),
            plan.inputs(),
            name(TranslationPredictorPlan.TRANSLATOR),
            decoding)
        .build();
  }

  private MethodSpec evaluateGreedily() {
    return MethodSpec.methodBuilder("evaluateGreedily")
        .addJavadoc("Evaluates after each epoch, without a beam, which is fast.\n")
        .returns(RuntimeTypes.TRANSLATION_EVALUATION)
        .addParameter(examples())
        .addStatement("return evaluate($N, $L)", name(PredictorPlan.EXAMPLES), plan.greedy())
        .build();
  }

  private MethodSpec.Builder evaluating(CodeBlock summary) {
    return Specs.publicMethod("evaluate")
        .addJavadoc("$L\n\n", summary)
        .addJavadoc(
            "@throws $T if there is no example, or an argument is null\n",
            IllegalArgumentException.class)
        .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class)
        .returns(RuntimeTypes.TRANSLATION_EVALUATION)
        .addParameter(examples());
  }

  private ParameterSpec examples() {
    return ParameterSpec.builder(
            ParameterizedTypeName.get(ClassName.get(Iterable.class), classes.example()),
            name(PredictorPlan.EXAMPLES))
        .build();
  }

  private static TypeName listOf(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(List.class), element);
  }

  private String name(String wanted) {
    return plan.names().get(wanted);
  }
}
