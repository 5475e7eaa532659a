package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.rondo.data.CalendarField;
import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.data.Tokens;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.graph.Feature.SymbolType;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Spread;
import dev.rondo.processor.type.NumberType;
import dev.rondo.processor.type.TimeType;
import dev.rondo.processor.type.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedInputsTest {
  private static final TypeRef COLOR = new TypeRef("demo", List.of("Color"));
  private static final TypeRef ALARM = new TypeRef("demo", List.of("Alarm"));

  @Test
  void componentsOfARecordAreReadInTheirOrderEachByItsOwnAnnotations() {
    Codec.Sequence codec =
        (Codec.Sequence) Described.typed("Machine").graph().signature().input("readings").codec();

    assertThat(codec.container()).isEqualTo(Codec.Container.LIST);
    List<Feature.Component> components = ((Feature.Components) codec.step()).components();
    assertThat(components.stream().map(Feature.Component::name).toList())
        .containsExactly(
            "load",
            "age",
            "temperature",
            "open",
            "day",
            "alarm",
            "alarms",
            "earlier",
            "at",
            "built",
            "engine")
        .inOrder();
    var features =
        components.stream()
            .collect(Collectors.toMap(Feature.Component::name, Feature.Component::feature));
    assertThat(features).containsEntry("load", number(NumberType.FLOAT, Optional.empty()));
    assertThat(features).containsEntry("age", number(NumberType.BOXED_INT, Optional.of(Fill.ZERO)));
    assertThat(features)
        .containsEntry("temperature", number(NumberType.OPTIONAL_DOUBLE, Optional.of(Fill.LAST)));
    assertThat(features).containsEntry("open", new Feature.Flag(false, Optional.empty()));
    assertThat(features)
        .containsEntry(
            "day",
            new Feature.Constant(
                new TypeRef("java.time", List.of("DayOfWeek")),
                false,
                Optional.empty(),
                Optional.empty()));
    assertThat(features)
        .containsEntry(
            "alarms", new Feature.Constants(ALARM, Feature.Container.SET, Optional.empty()));
    assertThat(features)
        .containsEntry(
            "earlier", new Feature.Constants(ALARM, Feature.Container.LIST, Optional.empty()));
    assertThat(features).containsEntry("at", new Feature.Elapsed(TimeType.INSTANT));
    assertThat(features)
        .containsEntry(
            "built",
            new Feature.Calendar(
                TimeType.LOCAL_DATE,
                List.of(CalendarField.DAY_OF_WEEK, CalendarField.DAY_OF_YEAR),
                "",
                Optional.empty()));
  }

  private static Feature number(NumberType type, Optional<Fill> missing) {
    return new Feature.Number(type, Scaling.STANDARD, missing);
  }

  @Test
  void symbolsInsideOfRecordsCarryTheirEmbeddings() {
    Input readings = Described.typed("Machine").graph().signature().input("readings");

    assertThat(readings.symbols().stream().map(Input.SymbolPort::name).toList())
        .containsExactly("readings.alarm", "readings.engine.oil")
        .inOrder();
    Feature.Symbol oil = readings.symbols().get(1).symbol();
    assertThat(oil.path()).isEqualTo("engine.oil");
    assertThat(oil.embedding().orElseThrow().size()).isEqualTo(4);
    assertThat(oil.embedding().orElseThrow().written()).isEqualTo("@Embedding(size = 4)");
    assertThat(readings.features()).hasValue("readings");
  }

  @Test
  void componentsMayCarryTheirEmbeddingInsideOfAComposedAnnotation() {
    Input point =
        Described.model(
                "@GRU(units = 2) @Dense",
                "boolean f(List<Place> places)",
                "@Embedding(size = 3) @interface Small {}",
                "record Place(@Small @Category String city) {}")
            .graph()
            .signature()
            .input("places");

    assertThat(point.symbols().get(0).symbol().embedding().orElseThrow().size()).isEqualTo(3);
    assertThat(point.features()).isEmpty();
  }

  @Test
  void componentsOfASpreadRecordAreTheInputs() {
    ModelSignature signature = Described.typed("Churn").graph().signature();

    assertThat(signature.spread())
        .hasValue(new Spread("customer", new TypeRef("demo", List.of("Customer"))));
    assertThat(signature.inputs().stream().map(Input::name).toList())
        .containsExactly("profile", "clicks")
        .inOrder();
    assertThat(((Codec.Single) signature.input("profile").codec()).value())
        .isEqualTo(
            new Feature.Components(
                new TypeRef("demo", List.of("Profile")),
                List.of(
                    new Feature.Component("income", number(NumberType.FLOAT, Optional.empty())),
                    new Feature.Component(
                        "scores",
                        new Feature.Vector(false, 3, Scaling.STANDARD, Optional.empty())))));
  }

  @Test
  void recordsWithoutSequencesAndSeveralParametersAreNotSpread() {
    String sequences = "record Two(List<Point> a, float b) {}";

    assertThat(signature("Point p").spread()).isEmpty();
    assertThat(
            Described.model("@Dense", "boolean f(Two two, float b)", sequences)
                .graph()
                .signature()
                .spread())
        .isEmpty();
    assertThat(
            Described.model(
                    "@Dense", "boolean f(Two two)", "record Two(@Vector(2) float[] a, int b) {}")
                .graph()
                .signature()
                .spread())
        .isEmpty();
    for (String sequence : List.of("float[][] a", "Point[] a", "@Series float[] a")) {
      assertWithMessage(sequence)
          .that(
              Described.model(
                      "@Dense", "boolean f(Two two)", "record Two(" + sequence + ", int b) {}")
                  .graph()
                  .signature()
                  .spread())
          .isPresent();
    }
  }

  @Test
  void tokensAndTextStayWhatTheyAre() {
    assertThat(codec("String a"))
        .isEqualTo(new Codec.Text(Tokens.WORDS, false, "", true, 30_000, 1));
    assertThat(codec("List<String> a"))
        .isEqualTo(new Codec.TokenList(Codec.Container.LIST, 30_000, 1));
  }

  @Test
  void categoriesAreSymbolsOfALearnedVocabulary() {
    assertThat(codec("@Category String a")).isEqualTo(single(category(new SymbolType.OfText())));
    assertThat(codec("@Category long a"))
        .isEqualTo(single(category(new SymbolType.OfNumber(NumberType.LONG))));
    assertThat(codec("@Category Color a"))
        .isEqualTo(single(category(new SymbolType.OfConstant(COLOR))));
    assertThat(codec("@Category(vocabulary = 9, minFrequency = 1) String[] a"))
        .isEqualTo(
            new Codec.Sequence(
                Codec.Container.ARRAY,
                new Feature.Category(
                    new SymbolType.OfText(), 9, 1, Optional.empty(), Optional.empty())));
    assertThat(codec("@Category int[] a"))
        .isEqualTo(
            new Codec.Sequence(
                Codec.Container.ARRAY, category(new SymbolType.OfNumber(NumberType.INT))));
    assertThat(codec("@Category List<Long> a"))
        .isEqualTo(
            new Codec.Sequence(
                Codec.Container.LIST, category(new SymbolType.OfNumber(NumberType.BOXED_LONG))));
  }

  private static Feature category(SymbolType type) {
    return new Feature.Category(type, 30_000, 2, Optional.empty(), Optional.empty());
  }

  private static Codec single(Feature feature) {
    return new Codec.Single(feature);
  }

  @Test
  void constantsAreSymbolsWhereAnEmbeddingComesFirst() {
    assertThat(codec("Color a")).isEqualTo(single(constant(false)));
    assertThat(codec("@Embedding(size = 2) Color a")).isEqualTo(single(constant(true)));
    assertThat(codec("@Dense(units = 2) @Embedding(size = 2) Color a"))
        .isEqualTo(single(constant(false)));
    assertThat(codec("List<Color> a"))
        .isEqualTo(new Codec.Sequence(Codec.Container.LIST, constant(false)));
    assertThat(codec("@Embedding(size = 2) Color[] a"))
        .isEqualTo(new Codec.Sequence(Codec.Container.ARRAY, constant(true)));
    assertThat(codec("Set<Color> a"))
        .isEqualTo(single(new Feature.Constants(COLOR, Feature.Container.SET, Optional.empty())));
  }

  @Test
  void theEmbeddingOfTheTrunkReadsTheOnlyInput() {
    String trunk = "@Embedding(size = 2) @Dense";
    Function<String, Codec> first =
        method -> Described.model(trunk, method).graph().signature().inputs().get(0).codec();

    assertThat(first.apply("boolean f(Color a)")).isEqualTo(single(constant(true)));
    assertThat(first.apply("boolean f(Color a, Color b)")).isEqualTo(single(constant(false)));
  }

  private static Feature constant(boolean symbol) {
    return new Feature.Constant(COLOR, symbol, Optional.empty(), Optional.empty());
  }

  @Test
  void numbersOneAStepAreASeries() {
    assertThat(codec("@Series float[] a"))
        .isEqualTo(series(Codec.Container.ARRAY, NumberType.FLOAT));
    assertThat(codec("@Series int[] a")).isEqualTo(series(Codec.Container.ARRAY, NumberType.INT));
    assertThat(codec("List<Float> a"))
        .isEqualTo(series(Codec.Container.LIST, NumberType.BOXED_FLOAT));
    assertThat(codec("@Scale(Scaling.ROBUST) @Missing(fill = Fill.LAST) List<BigDecimal> a"))
        .isEqualTo(
            new Codec.Series(
                Codec.Container.LIST,
                NumberType.BIG_DECIMAL,
                Scaling.ROBUST,
                Optional.of(Fill.LAST)));
  }

  private static Codec series(Codec.Container container, NumberType element) {
    return new Codec.Series(container, element, Scaling.STANDARD, Optional.empty());
  }

  @Test
  void arraysAreMatricesOrVectorsAsTheirAnnotationsSay() {
    assertThat(codec("float[][] a"))
        .isEqualTo(new Codec.Matrix(false, Optional.empty(), Scaling.STANDARD, Optional.empty()));
    assertThat(codec("@Vector(12) @Missing @Scale(Scaling.NONE) double[][] a"))
        .isEqualTo(new Codec.Matrix(true, Optional.of(12), Scaling.NONE, Optional.of(Fill.ZERO)));
    assertThat(codec("@Vector(5) double[] a"))
        .isEqualTo(single(new Feature.Vector(true, 5, Scaling.STANDARD, Optional.empty())));
  }

  @Test
  void timesAreReadByTheCalendarOrByWhatHasPassed() {
    assertThat(codec("Instant a"))
        .isEqualTo(
            single(
                new Feature.Calendar(
                    TimeType.INSTANT,
                    List.of(
                        CalendarField.HOUR_OF_DAY,
                        CalendarField.DAY_OF_WEEK,
                        CalendarField.DAY_OF_YEAR),
                    "",
                    Optional.empty())));
    assertThat(
            codec(
                "@Missing @Calendar(fields = {CalendarField.DAY_OF_MONTH}, zone = \"Asia/Tokyo\")"
                    + " ZonedDateTime a"))
        .isEqualTo(
            single(
                new Feature.Calendar(
                    TimeType.ZONED_DATE_TIME,
                    List.of(CalendarField.DAY_OF_MONTH),
                    "Asia/Tokyo",
                    Optional.of(Fill.ZERO))));
    assertThat(codec("List<LocalTime> a"))
        .isEqualTo(
            new Codec.Sequence(
                Codec.Container.LIST,
                new Feature.Calendar(
                    TimeType.LOCAL_TIME,
                    List.of(CalendarField.HOUR_OF_DAY),
                    "",
                    Optional.empty())));
    assertThat(codec("@Elapsed Instant[] a"))
        .isEqualTo(
            new Codec.Sequence(Codec.Container.ARRAY, new Feature.Elapsed(TimeType.INSTANT)));
  }

  @Test
  void elementsOfListsAreNeverMissing() {
    assertThat(codec("List<Boolean> a"))
        .isEqualTo(
            new Codec.Sequence(Codec.Container.LIST, new Feature.Flag(true, Optional.empty())));
    assertThat(codec("Boolean a"))
        .isEqualTo(single(new Feature.Flag(true, Optional.of(Fill.ZERO))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float[] a",
        "char a",
        "Object a",
        "Optional<Color> a",
        "List<List<Color>> a",
        "List<Set<Color>> a",
        "List<float[]> a",
        "List<OptionalInt> a",
        "Set<String> a",
        "@Category double a",
        "@Series long[] a",
        "int[][] a",
        "List<Model.Loop> a",
        "List<Model.Of<Color>> a",
        "Model.Free a",
        "Model.Empty a"
      })
  void typesThatCannotBeReadHaveNoCodec(String parameter) {
    assertThat(
            signature(
                    parameter,
                    "record Loop(float x, Loop next) {}",
                    "record Of<T>(T value) {}",
                    "record Free(String text, int size) {}",
                    "record Empty() {}")
                .inputs())
        .isEmpty();
  }

  @Test
  void whatIsDeprecatedInARecordIsKnownSinceGeneratedCodeNamesIt() {
    assertThat(
            signature(
                    "List<Outer> a",
                    "record Outer(Inner inner) {}",
                    "record Inner(@Deprecated(forRemoval = true) float x, Old old) {}",
                    "@Deprecated enum Old { A, B }")
                .available()
                .warnings())
        .containsExactly("deprecation", "removal");
  }

  private static Codec codec(String parameter) {
    return signature(parameter).input("a").codec();
  }

  private static ModelSignature signature(String parameter, String... nested) {
    return Described.model("@Dense", String.join("\n", nested) + " boolean f(" + parameter + ")")
        .graph()
        .signature();
  }
}
