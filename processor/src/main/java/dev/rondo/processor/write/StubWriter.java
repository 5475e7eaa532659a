package dev.rondo.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.rondo.Prediction;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.ModelStub;
import dev.rondo.processor.plan.PredictorPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TextPredictorPlan;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the classes of a model with errors: what users may mention, and nothing behind it. Inputs
 * are taken as {@code Object}, since what is wrong may be their number or types.
 */
final class StubWriter {
  private final ModelStub stub;
  private final GeneratedClasses classes;

  private StubWriter(ModelStub stub) {
    this.stub = stub;
    this.classes = stub.classes();
  }

  static List<TypeSpec> write(ModelStub stub) {
    StubWriter writer = new StubWriter(stub);
    List<TypeSpec> types =
        stub.writes().isPresent()
            ? List.of(writer.textTrainer(), writer.predictor())
            : List.of(writer.example(), writer.trainer(), writer.predictor());
    return stub.sessions()
        ? Stream.concat(types.stream(), Stream.of(writer.session())).toList()
        : types;
  }

  private TypeSpec example() {
    return start(classes.example())
        .addModifiers(Modifier.FINAL)
        .addMethod(
            failing(MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC))
                .addParameter(ArrayTypeName.of(Object.class), "values")
                .varargs()
                .build())
        .addMethod(fromFile("read", ParameterizedTypeName.get(list(), classes.example())))
        .addMethod(
            fromFile(
                "stream", ParameterizedTypeName.get(RuntimeTypes.EXAMPLE_FILE, classes.example())))
        .addMethods(
            stub.accessors().entrySet().stream()
                .map(accessor -> method(accessor.getKey(), accessor.getValue()).build())
                .toList())
        .build();
  }

  private TypeSpec trainer() {
    return trainerOf(
            ParameterizedTypeName.get(
                RuntimeTypes.TRAINER, classes.trainer(), classes.example(), classes.predictor()))
        .addMethod(
            method("fit", classes.predictor())
                .addAnnotation(Override.class)
                .addParameter(examples(), "examples")
                .build())
        .build();
  }

  private TypeSpec textTrainer() {
    return trainerOf(
            ParameterizedTypeName.get(
                RuntimeTypes.TEXT_TRAINER, classes.trainer(), classes.predictor()))
        .addMethod(
            failing(MethodSpec.methodBuilder("fit").returns(classes.predictor()))
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(RuntimeTypes.TEXT_SOURCE, "text")
                .addParameter(Specs.nullable(classes, RuntimeTypes.TEXT_SOURCE, "validation"))
                .build())
        .build();
  }

  private TypeSpec.Builder trainerOf(TypeName parent) {
    TypeSpec.Builder trainer =
        start(classes.trainer())
            .addModifiers(Modifier.FINAL)
            .superclass(parent)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addStatement("super($T.builder().build())", RuntimeTypes.TRAINING_OPTIONS)
                    .build())
            .addMethod(method("create", classes.trainer()).addModifiers(Modifier.STATIC).build());
    for (Map.Entry<String, TypeName> setting : stub.settings().entrySet()) {
      trainer.addMethod(
          method(setting.getKey(), classes.trainer())
              .addParameter(setting.getValue(), "value")
              .build());
    }
    return trainer;
  }

  /** Abstract, so that it implements the interface whatever its methods are. */
  private TypeSpec predictor() {
    TypeSpec.Builder predictor =
        start(classes.predictor())
            .addModifiers(Modifier.ABSTRACT)
            .addSuperinterface(classes.model());
    if (!stub.closeableAlready()) {
      predictor.addSuperinterface(AutoCloseable.class);
    }
    for (Class<?> source : List.of(Path.class, InputStream.class)) {
      predictor.addMethod(load(source).build());
      predictor.addMethod(load(source).addParameter(RuntimeTypes.DEVICE, "device").build());
    }
    if (stub.sessions()) {
      predictor.addMethod(method("session", classes.session()).build());
      predictor.addMethod(
          method("session", classes.session())
              .addParameter(ArrayTypeName.of(TypeName.BYTE), "bytes")
              .build());
    }
    return predictor
        .addMethods(
            stub.writes()
                .map(this::texts)
                .or(() -> stub.translates().map(this::translations))
                .orElseGet(this::answers))
        .addMethod(method("save", TypeName.VOID).addParameter(Path.class, "file").build())
        .addMethod(method("history", RuntimeTypes.TRAINING_HISTORY).build())
        .addMethod(method("close", TypeName.VOID).addAnnotation(Override.class).build())
        .build();
  }

  private TypeSpec session() {
    TypeSpec.Builder session = start(classes.session()).addModifiers(Modifier.FINAL);
    if (stub.writes().isPresent()) {
      session.addMethod(next("next", RuntimeTypes.NEXT_TOKEN));
    }
    stub.answer()
        .ifPresent(
            answer -> {
              session.addMethod(next("next", answer.value()));
              session.addMethod(
                  next(
                      "nextScored",
                      ParameterizedTypeName.get(ClassName.get(Prediction.class), answer.value())));
            });
    return session
        .addMethod(method("steps", TypeName.LONG).build())
        .addMethod(method("copy", classes.session()).build())
        .addMethod(method("toBytes", ArrayTypeName.of(TypeName.BYTE)).build())
        .addMethod(method("reset", TypeName.VOID).build())
        .build();
  }

  private static MethodSpec next(String name, TypeName answer) {
    return method(name, answer).addParameter(String.class, "text").build();
  }

  private List<MethodSpec> texts(String writing) {
    ParameterSpec texts =
        ParameterSpec.builder(
                ParameterizedTypeName.get(
                    ClassName.get(Iterable.class), ClassName.get(String.class)),
                "texts")
            .build();
    return List.of(
        method(writing, ClassName.get(String.class))
            .addParameter(String.class, "opening")
            .addParameter(RuntimeTypes.SAMPLING, "sampling")
            .build(),
        method(
                TextPredictorPlan.streamed(writing),
                ParameterizedTypeName.get(Stream.class, String.class))
            .addParameter(String.class, "opening")
            .addParameter(RuntimeTypes.SAMPLING, "sampling")
            .build(),
        method("perplexity", TypeName.DOUBLE).addParameter(texts).build(),
        method("evaluate", RuntimeTypes.TEXT_EVALUATION).addParameter(texts).build(),
        method("evaluate", RuntimeTypes.TEXT_EVALUATION)
            .addParameter(ArrayTypeName.of(Path.class), "files")
            .varargs()
            .build());
  }

  private List<MethodSpec> translations(String translating) {
    TypeName texts = ParameterizedTypeName.get(list(), ClassName.get(String.class));
    TypeName all = ParameterizedTypeName.get(list(), RuntimeTypes.TRANSLATION);
    List<MethodSpec> methods = new ArrayList<>();
    for (boolean decoding : List.of(false, true)) {
      methods.add(translation(translating + "Scored", RuntimeTypes.TRANSLATION, decoding));
      methods.add(translation(translating + "All", texts, texts, decoding));
      methods.add(translation(translating + "AllScored", all, texts, decoding));
      methods.add(
          translation("evaluate", RuntimeTypes.TRANSLATION_EVALUATION, examples(), decoding));
    }
    methods.add(translation(translating, ClassName.get(String.class), true));
    return methods;
  }

  private static MethodSpec translation(String name, TypeName returned, boolean decoding) {
    return translation(name, returned, ClassName.get(String.class), decoding);
  }

  private static MethodSpec translation(
      String name, TypeName returned, TypeName taken, boolean decoding) {
    MethodSpec.Builder method = method(name, returned).addParameter(taken, "given");
    return (decoding ? method.addParameter(RuntimeTypes.DECODING, "decoding") : method).build();
  }

  private List<MethodSpec> answers() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        method("evaluate", RuntimeTypes.EVALUATION).addParameter(examples(), "examples").build());
    stub.answer()
        .ifPresent(
            answer -> {
              TypeName prediction =
                  ParameterizedTypeName.get(ClassName.get(Prediction.class), answer.value());
              PredictorPlan.Methods names = answer.methods();
              names
                  .answers()
                  .ifPresent(
                      plain -> {
                        methods.add(
                            method(names.scored(), prediction)
                                .addParameter(ArrayTypeName.of(Object.class), "input")
                                .varargs()
                                .build());
                        methods.add(all(plain.all(), answer.value()));
                      });
              methods.add(all(names.allScored(), prediction));
            });
    return methods;
  }

  private static MethodSpec all(String name, TypeName answer) {
    return method(name, ParameterizedTypeName.get(list(), answer))
        .addParameter(
            ParameterizedTypeName.get(list(), WildcardTypeName.subtypeOf(Object.class)), "inputs")
        .build();
  }

  private TypeSpec.Builder start(ClassName name) {
    return Specs.api(classes, name)
        .addJavadoc("Stands in until the errors of {@link $T} are mended.\n", classes.model());
  }

  private MethodSpec.Builder load(Class<?> source) {
    return method("load", classes.predictor())
        .addModifiers(Modifier.STATIC)
        .addParameter(source, source == Path.class ? "file" : "stream");
  }

  private static MethodSpec fromFile(String name, TypeName returned) {
    return method(name, returned)
        .addModifiers(Modifier.STATIC)
        .addParameter(Path.class, "file")
        .build();
  }

  private static MethodSpec.Builder method(String name, TypeName returned) {
    return failing(Specs.publicMethod(name).returns(returned));
  }

  private static MethodSpec.Builder failing(MethodSpec.Builder method) {
    return method.addStatement(
        "throw new $T($S)", IllegalStateException.class, "the model has errors");
  }

  private TypeName examples() {
    return ParameterizedTypeName.get(ClassName.get(Iterable.class), classes.example());
  }

  private static ClassName list() {
    return ClassName.get(List.class);
  }
}
