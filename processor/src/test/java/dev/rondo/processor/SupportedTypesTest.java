package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.shape.ShapedModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** No type that models can take or give is refused. */
class SupportedTypesTest {
  private static final List<String> SINGLE =
      List.of(
          "byte",
          "short",
          "int",
          "long",
          "float",
          "double",
          "@Scale(Scaling.LOG) Byte",
          "Short",
          "Integer",
          "Long",
          "Float",
          "Double",
          "BigDecimal",
          "OptionalInt",
          "OptionalLong",
          "OptionalDouble",
          "@Scale(Scaling.ROBUST) Duration",
          "boolean",
          "Boolean",
          "Mood",
          "DayOfWeek",
          "Month",
          "@Embedding(size = 4) Mood",
          "Set<Mood>",
          "@Category @Embedding(size = 4) String",
          "@Category(vocabulary = 100, minFrequency = 1) @Embedding(size = 4) int",
          "@Category @Embedding(size = 4) Integer",
          "@Category @Embedding(size = 4) long",
          "@Category @Embedding(size = 4) Long",
          "@Category @Embedding(size = 4) Mood",
          "@Vector(3) float[]",
          "@Vector(3) @Scale(Scaling.MIN_MAX) double[]",
          "Instant",
          "@Calendar(zone = \"Europe/Berlin\") ZonedDateTime",
          "@Calendar(fields = {CalendarField.HOUR_OF_DAY, CalendarField.DAY_OF_MONTH})"
              + " OffsetDateTime",
          "LocalDateTime",
          "@Calendar(fields = CalendarField.DAY_OF_YEAR) LocalDate",
          "LocalTime",
          "OffsetTime",
          "Engine",
          "@Missing float",
          "@Missing Mood",
          "@Missing Instant",
          "@Missing Set<Mood>",
          "@Missing @Vector(3) float[]",
          "@Missing @Category @Embedding(size = 4) String",
          "@Missing @Nullable BigDecimal");

  private static final List<String> COMPONENTS =
      List.of(
          "List<Mood>",
          "@Elapsed Instant",
          "@Elapsed LocalDate",
          "@Nullable Float",
          "@Missing(fill = Fill.LAST) double",
          "@Missing(fill = Fill.LAST) Integer");

  private static final List<String> SEQUENCES =
      List.of(
          "@Embedding(size = 4) String",
          "@Text(tokens = Tokens.CHARACTERS) @Embedding(size = 4) String",
          "@Embedding(size = 4) List<String>",
          "@Embedding(size = 4) String[]",
          "@Category @Embedding(size = 4) List<String>",
          "@Category @Embedding(size = 4) String[]",
          "@Category @Embedding(size = 4) int[]",
          "@Category @Embedding(size = 4) long[]",
          "@Category @Embedding(size = 4) List<Integer>",
          "@Category @Embedding(size = 4) List<Long>",
          "@Category @Embedding(size = 4) List<Mood>",
          "@Category @Embedding(size = 4) Mood[]",
          "@Embedding(size = 4) List<Mood>",
          "List<Mood>",
          "Mood[]",
          "@Series float[]",
          "@Series @Scale(Scaling.NONE) double[]",
          "@Series int[]",
          "@Missing(fill = Fill.LAST) @Series float[]",
          "List<Float>",
          "@Series List<Double>",
          "List<Integer>",
          "List<BigDecimal>",
          "List<Duration>",
          "List<Boolean>",
          "float[][]",
          "@Vector(12) float[][]",
          "@Missing double[][]",
          "List<Instant>",
          "@Elapsed List<Instant>",
          "@Elapsed LocalDateTime[]",
          "LocalTime[]",
          "List<Engine>",
          "Engine[]");

  private static final List<String> ONCE =
      List.of(
          "Mood",
          "Prediction<Mood>",
          "@Category String",
          "@Category Prediction<String>",
          "@Category int",
          "@Category long",
          "boolean",
          "Prediction<Boolean>",
          "@Loss(balanced = true) Set<Mood>",
          "float",
          "@Scale(Scaling.LOG) @Loss(kind = LossKind.HUBER) double",
          "@Loss(kind = LossKind.QUANTILE, quantile = 0.9) float",
          "@Vector(3) float[]",
          "@Vector(3) double[]");

  private static final List<String> EACH_STEP =
      List.of(
          "List<Mood>",
          "List<Boolean>",
          "List<Prediction<Mood>>",
          "List<Prediction<Boolean>>",
          "@Vector(3) float[][]",
          "@Vector(3) double[][]",
          "@Series float[]",
          "@Series double[]");

  private static final List<String> ANSWERS =
      List.of(
          "@Dense(hidden = 3) Mood",
          "@Loss(kind = LossKind.FOCAL, weight = 2) boolean",
          "Boolean",
          "Float",
          "Double",
          "OptionalDouble",
          "float",
          "double",
          "@Dropout(0.1) @Dense Set<Mood>",
          "@Category String",
          "@Category long",
          "@Vector(3) float[]");

  /**
   * A model that has a type somewhere.
   *
   * @param last the layer of the only output, nothing where there are several
   */
  private record Model(
      String type, String method, String records, String last, int inputs, int outputs) {
    static Model taking(String type, String parameters, String records, int inputs) {
      return new Model(
          type, "boolean predict(%s);".formatted(parameters), records, "@Dense", inputs, 1);
    }

    static Model giving(String type) {
      return new Model(type, "%s predict(List<Float> values);".formatted(type), "", "@Dense", 1, 1);
    }

    static Model givingSeveral(String returned, String type) {
      return new Model(
          type,
          "%s predict(List<Float> values);".formatted(returned),
          "record Answers(Mood other, %s answer) {}".formatted(type),
          "",
          1,
          2);
    }

    String source(String packageName) {
      return """
      package %s;

      import dev.rondo.Prediction;
      import dev.rondo.SequenceModel;
      import dev.rondo.data.*;
      import dev.rondo.data.Calendar;
      import dev.rondo.data.Vector;
      import dev.rondo.layer.*;
      import dev.rondo.task.*;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;

      @SequenceModel
      @GRU(units = 4)
      %s
      interface Model {
        %s
      }

      enum Mood { GOOD, BAD }

      record Engine(float rpm, Mood mood, Part part) {}

      record Part(@Category @Embedding(size = 2) int id, boolean on) {}

      %s
      """
          .formatted(packageName, last, method, records);
    }
  }

  @Test
  void valuesBesideASequence() {
    requireSupported(
        SINGLE.stream()
            .map(type -> Model.taking(type, "List<Float> steps, %s value".formatted(type), "", 2)));
  }

  @Test
  void componentsOfSteps() {
    requireSupported(
        Stream.concat(SINGLE.stream(), COMPONENTS.stream())
            .map(
                type ->
                    Model.taking(
                        type,
                        "List<Step> steps",
                        "record Step(float other, %s value) {}".formatted(type),
                        1)));
  }

  @Test
  void sequences() {
    requireSupported(SEQUENCES.stream().map(type -> Model.taking(type, type + " steps", "", 1)));
  }

  @Test
  void sequencesInTheOnlyRecord() {
    requireSupported(
        SEQUENCES.stream()
            .map(
                type ->
                    Model.taking(
                        type,
                        "Customer customer",
                        "record Customer(float age, List<Float> amounts, %s steps) {}"
                            .formatted(type),
                        3)));
  }

  @Test
  void answersOfAWholeSequence() {
    requireSupported(ONCE.stream().map(Model::giving));
  }

  @Test
  void answersOfEachStep() {
    requireSupported(EACH_STEP.stream().map(Model::giving));
  }

  @Test
  void oneOfSeveralAnswers() {
    requireSupported(
        Stream.concat(ANSWERS.stream(), Stream.of("List<Mood>", "List<Boolean>"))
            .map(type -> Model.givingSeveral("Answers", type)));
  }

  @Test
  void oneOfSeveralAnswersOfEachStep() {
    requireSupported(ANSWERS.stream().map(type -> Model.givingSeveral("List<Answers>", type)));
  }

  @Test
  void oneRecordMayBeReadTwiceAndAnswered() {
    requireSupported(
        Stream.of(
            new Model(
                "Step",
                "List<Step> predict(List<Step> before, Step last);",
                """
                record Step(
                    @Missing @Scale(Scaling.LOG) float value,
                    @Loss(weight = 2) @Dense(hidden = 3) boolean on) {}
                """,
                "",
                2,
                2)));
  }

  /** Nothing that is supported is left out of the signature, which all that follows is made of. */
  private static void requireSupported(Stream<Model> all) {
    Map<String, Model> models = new LinkedHashMap<>();
    all.forEach(model -> models.put("demo.number" + models.size(), model));
    Checking checking = new Checking();
    Compilation compilation =
        javac()
            .withProcessors(checking)
            .compile(
                models.entrySet().stream()
                    .map(
                        entry ->
                            JavaFileObjects.forSourceString(
                                entry.getKey() + ".Model", entry.getValue().source(entry.getKey())))
                    .toList());

    assertThat(compilation.errors().stream().map(error -> describe(error, models)).toList())
        .isEmpty();
    assertThat(checking.models()).hasSize(models.size());
    for (ShapedModel checked : checking.models()) {
      ModelSignature signature = checked.graph().signature();
      Model model = Objects.requireNonNull(models.get(signature.type().packageName()));
      assertWithMessage("inputs of %s", model).that(signature.inputs()).hasSize(model.inputs());
      assertWithMessage("outputs of %s", model).that(signature.outputs()).hasSize(model.outputs());
    }
  }

  private static String describe(
      Diagnostic<? extends JavaFileObject> error, Map<String, Model> models) {
    String source = error.getSource() == null ? "" : error.getSource().getName();
    return models.entrySet().stream()
            .filter(entry -> source.contains(entry.getKey().replace('.', '/') + "/"))
            .map(entry -> entry.getValue().type() + ": ")
            .collect(Collectors.joining())
        + error.getMessage(Locale.ROOT);
  }
}
