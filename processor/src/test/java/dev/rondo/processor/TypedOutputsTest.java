package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.data.Scaling;
import dev.rondo.processor.graph.Feature.SymbolType;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Returned;
import dev.rondo.processor.type.NumberType;
import dev.rondo.processor.type.TypeRef;
import dev.rondo.task.LossKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedOutputsTest {
  private static final TypeRef COLOR = new TypeRef("demo", List.of("Color"));

  private enum Answers {
    SINGLE,
    LIST,
    ARRAY
  }

  @Test
  void oneAnswerIsTheOnlyOutput() {
    assertOutput("Color", new Head.EnumClass(COLOR), false, Answers.SINGLE);
    assertOutput("Prediction<Color>", new Head.EnumClass(COLOR), true, Answers.SINGLE);
    assertOutput("boolean", new Head.YesNo(false), false, Answers.SINGLE);
    assertOutput("Prediction<Boolean>", new Head.YesNo(true), true, Answers.SINGLE);
    assertOutput("Set<Color>", new Head.Labels(COLOR), false, Answers.SINGLE);
    assertOutput("@Category String", seen(new SymbolType.OfText()), false, Answers.SINGLE);
    assertOutput(
        "@Category Prediction<String>", seen(new SymbolType.OfText()), true, Answers.SINGLE);
    assertOutput(
        "@Category long", seen(new SymbolType.OfNumber(NumberType.LONG)), false, Answers.SINGLE);
    assertOutput("float", number(NumberType.FLOAT, Scaling.STANDARD), false, Answers.SINGLE);
    assertOutput(
        "@Scale(Scaling.LOG) double",
        number(NumberType.DOUBLE, Scaling.LOG),
        false,
        Answers.SINGLE);
    assertOutput(
        "@Vector(3) double[]", new Head.Numbers(true, 3, Scaling.STANDARD), false, Answers.SINGLE);
  }

  @Test
  void listsAndSeriesAreAnswersOfEachStep() {
    assertOutput("List<Color>", new Head.EnumClass(COLOR), false, Answers.LIST);
    assertOutput("List<Boolean>", new Head.YesNo(true), false, Answers.LIST);
    assertOutput("List<Prediction<Color>>", new Head.EnumClass(COLOR), true, Answers.LIST);
    assertOutput("List<Set<Color>>", new Head.Labels(COLOR), false, Answers.LIST);
    assertOutput(
        "List<Double>", number(NumberType.BOXED_DOUBLE, Scaling.STANDARD), false, Answers.LIST);
    assertOutput(
        "@Series float[]", number(NumberType.FLOAT, Scaling.STANDARD), false, Answers.ARRAY);
    assertOutput(
        "@Vector(2) float[][]", new Head.Numbers(false, 2, Scaling.STANDARD), false, Answers.ARRAY);
  }

  private static void assertOutput(String type, Head head, boolean scored, Answers answers) {
    ModelSignature signature = signature(type);
    Output output = signature.output("expected");

    assertThat(output.head()).isEqualTo(head);
    assertThat(output.scored()).isEqualTo(scored);
    boolean eachStep = answers != Answers.SINGLE;
    assertThat(output.grain()).isEqualTo(eachStep ? Grain.EACH_STEP : Grain.ONCE);
    assertThat(output.array()).isEqualTo(answers == Answers.ARRAY);
    assertThat(output.optional()).isFalse();
    assertThat(signature.returned()).isEqualTo(new Returned(Optional.empty(), eachStep));
  }

  private static Head seen(SymbolType type) {
    return new Head.SeenClass(type);
  }

  private static Head number(NumberType type, Scaling scaling) {
    return new Head.Number(type, scaling);
  }

  @Test
  void componentsOfARecordAreOutputsOfTheirOwn() {
    ModelSignature signature = Described.typed("Triage").graph().signature();

    assertThat(signature.returned())
        .isEqualTo(new Returned(Optional.of(new TypeRef("demo", List.of("Verdict"))), false));
    assertThat(signature.outputs().stream().map(Output::name).toList())
        .containsExactly("queue", "hours", "spam")
        .inOrder();
    assertThat(signature.output("hours").head()).isEqualTo(number(NumberType.FLOAT, Scaling.LOG));
    assertThat(signature.output("hours").optional()).isFalse();
    assertThat(signature.output("spam").head()).isEqualTo(new Head.YesNo(true));
    assertThat(signature.output("spam").optional()).isTrue();
  }

  @Test
  void lossesAreThoseOfTheComponentThatSaysSo() {
    ModelSignature signature = Described.typed("Triage").graph().signature();

    assertThat(signature.output("queue").loss().isDefault()).isTrue();
    assertThat(signature.output("hours").loss().kind()).isEqualTo(LossKind.MAE);
    assertThat(signature.output("hours").loss().weight()).isEqualTo(2);
    assertThat(
            signature("@Loss(kind = LossKind.QUANTILE, quantile = 0.9) float")
                .output("expected")
                .loss()
                .quantile())
        .isEqualTo(0.9);
  }

  @Test
  void componentsThatAreListsAnswerEachStepBesideOthersThatDoOnce() {
    ModelSignature signature = Described.typed("Ward").graph().signature();

    assertThat(signature.returned().eachStep()).isFalse();
    assertThat(signature.output("alarm").grain()).isEqualTo(Grain.EACH_STEP);
    assertThat(signature.output("alarm").optional()).isFalse();
    assertThat(signature.output("risks").grain()).isEqualTo(Grain.ONCE);
    assertThat(signature.output("days").head())
        .isEqualTo(new Head.Numbers(true, 2, Scaling.STANDARD));
  }

  @Test
  void componentsThatAreArraysOfStepsAnswerEachStepToo() {
    ModelSignature signature =
        signature(
            "Answer", "record Answer(@Series float[] a, @Vector(2) double[][] b, float c) {}");

    assertThat(signature.output("a").head()).isEqualTo(number(NumberType.FLOAT, Scaling.STANDARD));
    assertThat(signature.output("b").head()).isEqualTo(new Head.Numbers(true, 2, Scaling.STANDARD));
    assertThat(signature.outputs().stream().map(Output::array).toList())
        .containsExactly(true, true, false)
        .inOrder();
    assertThat(signature.output("a").grain()).isEqualTo(Grain.EACH_STEP);
  }

  @Test
  void allOutputsOfAListOfRecordsAnswerEachStep() {
    ModelSignature signature =
        signature("List<Answer>", "record Answer(Color color, OptionalDouble size) {}");

    assertThat(signature.returned().eachStep()).isTrue();
    assertThat(signature.returned().record()).isPresent();
    assertThat(signature.output("color").grain()).isEqualTo(Grain.EACH_STEP);
    assertThat(signature.output("size").grain()).isEqualTo(Grain.EACH_STEP);
    assertThat(signature.output("size").optional()).isTrue();
    assertThat(signature.output("size").head())
        .isEqualTo(number(NumberType.OPTIONAL_DOUBLE, Scaling.STANDARD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int",
        "String",
        "float[]",
        "@Vector(2) int[]",
        "OptionalDouble",
        "Prediction<Float>",
        "Prediction<Set<Color>>",
        "Optional<Color>",
        "List<List<Color>>",
        "Instant",
        "Scores",
        "List<Steps>",
        "Outer"
      })
  void typesThatCannotBePredictedHaveNoOutput(String type) {
    assertThat(
            signature(
                    type,
                    "record Scores(Prediction<Color> color) {}",
                    "record Steps(List<Color> colors) {}",
                    "record Inner(Color color) {}",
                    "record Outer(Inner inner) {}")
                .outputs())
        .isEmpty();
  }

  private static ModelSignature signature(String returned, String... types) {
    return Described.model("@GRU(units = 2) @Dense", returned + " f(List<Point> points)", types)
        .graph()
        .signature();
  }
}
