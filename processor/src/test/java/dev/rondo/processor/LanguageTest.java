package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.rondo.data.Tokens;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.shape.BridgeShape;
import dev.rondo.processor.shape.ParameterCount;
import dev.rondo.processor.shape.ShapedModel;
import dev.rondo.processor.shape.Shaping;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void everySourceOfTheLanguageCompilesToClasses() {
    for (Path source : Sources.in("language")) {
      assertThat(Sources.compile(source)).succeededWithoutWarnings();
    }
  }

  @Test
  void inheritedMethodsAreSeenWithTheirTypeArguments() {
    ModelGraph graph = read("Inherited").graph();

    assertThat(graph.signature().method()).isEqualTo("classify");
    assertThat(graph.signature().declaresClose()).isTrue();
    Output output = graph.signature().output("expected");
    assertThat(output.scored()).isTrue();
    assertThat(((Head.EnumClass) output.head()).type().qualifiedName()).isEqualTo("demo.Weekday");
    assertThat(graph.signature().input("input").codec())
        .isEqualTo(new Codec.Text(Tokens.CHARACTERS, false, "", true, 200, 1));
  }

  @Test
  void subwordsAreReadWithTheirSettings() {
    assertThat(read("Subwords").graph().signature().input("text").codec())
        .isEqualTo(new Codec.Text(Tokens.SUBWORDS, false, "fr", false, 8000, 1));
  }

  @Test
  void endsOfLinesAreTokensOfLanguageModelsThatReadCutText() {
    assertThat(read("CutWriter").graph().signature().input("opening").codec())
        .isEqualTo(new Codec.Text(Tokens.WHITESPACE, true, "", false, 10_000, 1));
    assertThat(read("CutReader").graph().signature().input("text").codec().plain())
        .isEqualTo(new Codec.Text(Tokens.WHITESPACE, false, "", true, 30_000, 1));
  }

  @Test
  void layersOfInputThenTrunkThenOutputAreWiredInTheOrderWritten() {
    assertThat(nodes(read("Composed").graph()))
        .containsExactly(
            "embedding(text) @Embedding(size = 8)",
            "lstm(embedding) @LSTM(units = 4)",
            "dense(lstm) @Dense(units = 4, activation = TANH)",
            "dropout(dense) @Dropout(0.1)",
            "dense2(dropout) @Dense(units = 4, activation = TANH)",
            "dropout2(dense2) @Dropout(0.1)",
            "pool(dropout2) @Pool(ATTENTION)",
            "dense3(pool) @Dense(units = 7)",
            "hidden(dense3) @Dense(hidden = 3, units = 5)",
            "dense4(hidden) @Dense(hidden = 3, units = 5)",
            "dense5(dense4) @Dense")
        .inOrder();
    assertThat(read("Composed").graph().results()).containsExactly("expected", "dense5");
  }

  @Test
  void usesOfASharedAnnotationHaveTheSameKeyLayerByLayer() {
    ModelGraph graph = read("Composed").graph();

    assertThat(graph.node("dense").shared()).isPresent();
    assertThat(graph.node("dense").shared()).isEqualTo(graph.node("dense2").shared());
    assertThat(graph.node("dropout").shared()).isEqualTo(graph.node("dropout2").shared());
    assertThat(graph.node("dense").shared()).isNotEqualTo(graph.node("dropout").shared());
    assertThat(graph.node("lstm").shared()).isEmpty();
  }

  @Test
  void settingsOfTextMayStandInsideOfAComposedAnnotation() {
    Codec.Text codec = (Codec.Text) read("Composed").graph().signature().input("text").codec();

    assertThat(codec.minFrequency()).isEqualTo(2);
  }

  @Test
  void stepsStayUntilThePoolThatNeedsThem() {
    assertThat(shapes(read("Composed")))
        .containsExactly(
            "embedding (batch, time, 8) 8 V",
            "lstm (batch, time, 4) 224",
            "dense (batch, time, 4) 20",
            "dropout (batch, time, 4) 0",
            "dense2 (batch, time, 4) 20",
            "dropout2 (batch, time, 4) 0",
            "pool (batch, 4) 24",
            "dense3 (batch, 7) 35",
            "hidden (batch, 3) 24",
            "dense4 (batch, 5) 20",
            "dense5 (batch, 1) 6")
        .inOrder();
  }

  @Test
  void theLastRecurrentLayerHandsOnItsFinalState() {
    assertThat(shapes(read("Inherited")))
        .containsExactly(
            "embedding (batch, time, 8) 8 V",
            // (8 + 6 + 2) * 6 * 3 * 2 + (12 + 4 + 2) * 4 * 3 * 2
            "gru (batch, 8) 1,008",
            "hidden (batch, 5) 45",
            "hidden2 (batch, 3) 18",
            "dense (batch, constants of Weekday) 4 per constant")
        .inOrder();
  }

  @Test
  void earlierRecurrentLayersKeepTheSteps() {
    Shaping model =
        Probe.read(
            JavaFileObjects.forSourceString(
                "demo.Deep",
                """
                package demo;

                import dev.rondo.SequenceModel;
                import dev.rondo.layer.*;

                @SequenceModel
                @Embedding(size = 8)
                @LSTM(units = 4)
                @Dropout(0.5)
                @GRU(units = 3)
                @Dense
                interface Deep {
                  boolean predict(String lstm);
                }
                """));

    assertThat(shapes(model))
        .containsExactly(
            "embedding (batch, time, 8) 8 V",
            "lstm2 (batch, time, 4) 224",
            "dropout (batch, time, 4) 0",
            "gru (batch, 3) 81",
            "dense (batch, 1) 4")
        .inOrder();
  }

  @Test
  void variantsHaveTheShapesOfTheirCellsAndWeightsOfTheirOwn() {
    assertThat(shapes(read("Variants")))
        .containsExactly(
            "embedding (batch, time, 8) 8 V",
            // 2 * (4 * 4 * (8 + 4 + 2) + 3 * 4 + 2 * 4)
            "lstm (batch, time, 8) 488",
            "layerNorm (batch, time, 8) 16",
            "gru (batch, time, 3) 189",
            // 5 * (3 + 2 + 2)
            "recurrent (batch, time, 5) 35",
            "hidden (batch, time, 7) 42",
            "dense (batch, time, 2) 16",
            // 6 * (2 + 2), and 6 for each value fed back
            "recurrent2 (batch, 6) 6 per constant + 24",
            "dense2 (batch, constants of Weather) 7 per constant")
        .inOrder();
  }

  @Test
  void jordanNetworksFeedBackTheDenseAnnotationDirectlyBehind() {
    ModelGraph graph = read("Variants").graph();

    assertThat(fedBack(graph, "recurrent")).containsExactly("hidden", "dense").inOrder();
    assertThat(fedBack(graph, "recurrent2")).containsExactly("dense2");
  }

  @Test
  void theLayersOfATranslatingMethodAreADecoderThatReadsWhatIsExpected() {
    ModelGraph graph = read("Translation").graph();

    assertThat(nodes(graph))
        .containsExactly(
            "embedding(bridge) @Embedding(size = 8)",
            "gru(embedding) @GRU(units = {6, 4}, direction = BIDIRECTIONAL)",
            "dropout(gru) @Dropout(0.1)",
            "embedding2(expected) @Embedding(size = 8)",
            "lstm(embedding2) @LSTM(units = {3, 8})",
            "gru2(lstm) @GRU(units = 5)",
            "attention(gru2, dropout) @Attention(score = ADDITIVE, inputFeeding = true)",
            "hidden(attention) @Dense(hidden = 7)",
            "dense(hidden) @Dense(hidden = 7)")
        .inOrder();
    Translation translation = graph.translation().orElseThrow();
    assertThat(translation.bridge()).isEqualTo("bridge2");
    assertThat(translation.start().orElseThrow().id()).isEqualTo("gru");
    assertThat(translation.started().stream().map(Node::id).toList())
        .containsExactly("lstm", "gru2")
        .inOrder();
    assertThat(translation.attention()).hasValue(graph.node("attention"));
  }

  @Test
  void attentionKeepsTheStepsOfBothSidesAndWidensTheLayerThatItFeeds() {
    Shaping shaping = read("Translation");

    assertThat(shapes(shaping))
        .containsExactly(
            "embedding (batch, time, 8) 8 V",
            // 2 * 3 * (6 * (8 + 6 + 2) + 4 * (12 + 4 + 2))
            "gru (batch, time, 8) 1,008",
            "dropout (batch, time, 8) 0",
            "embedding2 (batch, time, 8) 8 V",
            // 4 * (3 * (8 + 3 + 2) + 8 * (3 + 8 + 2))
            "lstm (batch, time, 8) 572",
            // 3 * 5 * (8 + 5 + 5 + 2), 5 of them what attention gave
            "gru2 (batch, time, 5) 300",
            // keys 5 * 8, queries 5 * 5, energy 5, output 5 * (8 + 5)
            "attention (batch, time, 5) 135",
            "hidden (batch, time, 7) 42",
            "dense (batch, time, vocabulary of bridge) 8 V")
        .inOrder();
    // from the top: gru2 from 8 features, lstm's second layer from 12, its first from 12
    assertThat(BridgeShape.parameters(shaping.graph().translation().orElseThrow()))
        .isEqualTo(ParameterCount.of(5 * 9 + 2 * 8 * 13 + 2 * 3 * 13));
  }

  @Test
  void textThatIsWrittenKeepsItsCaseAndSoDoesWhatSharesItsVocabulary() {
    ModelGraph graph = read("Translation").graph();
    Codec.Text codec = new Codec.Text(Tokens.WORDS, false, "", false, 30_000, 2);

    assertThat(graph.signature().input("bridge").codec()).isEqualTo(codec);
    assertThat(graph.signature().output("expected").head())
        .isEqualTo(new Head.Translated(codec, "bridge", new Head.Search(5, 1.5, 2, 10)));
  }

  private static List<String> fedBack(ModelGraph graph, String id) {
    Layer.Recurrent layer = (Layer.Recurrent) graph.node(id).layer();
    return layer.variant().fedBack().orElseThrow().nodes();
  }

  @Test
  void severalWordsMayBeAVariableNumberOfArguments() {
    ModelGraph graph = read("Words").graph();

    assertThat(graph.signature().varargs()).isTrue();
    assertThat(graph.signature().isPublic()).isTrue();
    assertThat(graph.signature().input("words").codec())
        .isEqualTo(new Codec.TokenList(Codec.Container.ARRAY, 30_000, 1));
  }

  @Test
  void generatedClassesOfNestedModelsAreNamedAfterAllTypesAround() {
    assertThat(read("Composed").graph().signature().generated("Trainer").qualifiedName())
        .isEqualTo("demo.Composed_ModelTrainer");
  }

  private static Shaping read(String name) {
    return Probe.read(
        Sources.in("language").stream()
            .filter(source -> source.endsWith(name + ".java"))
            .findFirst()
            .orElseThrow());
  }

  private static List<String> nodes(ModelGraph graph) {
    return graph.nodes().stream().map(LanguageTest::describe).collect(Collectors.toList());
  }

  private static String describe(Node node) {
    return node.id() + "(" + String.join(", ", node.predecessors()) + ") " + node.written();
  }

  private static List<String> shapes(Shaping shaping) {
    ShapedModel model = shaping.complete();
    return model.graph().nodes().stream()
        .map(
            node ->
                "%s %s %s"
                    .formatted(
                        node.id(),
                        model.of(node).output().text(),
                        model.of(node).parameters().text()))
        .collect(Collectors.toList());
  }
}
