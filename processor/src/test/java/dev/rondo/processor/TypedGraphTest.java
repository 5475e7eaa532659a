package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.layer.Direction;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.shape.Shaping;
import dev.rondo.processor.shape.Trace;
import org.junit.jupiter.api.Test;

class TypedGraphTest {
  @Test
  void symbolsInRecordsAreLookedUpAndJoinedToTheOtherFeatures() {
    Shaping model = Described.typed("Machine");

    assertThat(Described.nodes(model.graph()))
        .containsExactly(
            "alarmEmbedding(readings.alarm) @Embedding(size = 2)",
            "oilEmbedding(readings.engine.oil) @Embedding(size = 4)",
            "readingsJoined(readings, alarmEmbedding, oilEmbedding) join of readings, alarm,"
                + " engine.oil",
            "gru(readingsJoined) @GRU(units = 8)",
            "dense(gru) @Dense")
        .inOrder();
    assertThat(Described.shapes(model))
        .containsExactly(
            "alarmEmbedding (batch, time, 2) 2 V",
            "oilEmbedding (batch, time, 4) 4 V",
            "readingsJoined (batch, time, width of readings + 6) 0",
            // 3 * 8 * (W + 6 + 8 + 2)
            "gru (batch, 8) 24 per feature of readings + 384",
            "dense (batch, constants of Condition) 9 per constant")
        .inOrder();
  }

  @Test
  void oneSymbolAndNothingElseNeedsNoJoin() {
    Shaping model = Described.typed("Churn");

    assertThat(Described.nodes(model.graph()))
        .containsExactly(
            "pageEmbedding(clicks.page) @Embedding(size = 7)",
            "lstm(pageEmbedding) @LSTM(units = 10)",
            "joined(profile, lstm) join of profile, clicks",
            "dense(joined) @Dense")
        .inOrder();
    assertThat(Described.shapes(model))
        .containsExactly(
            "pageEmbedding (batch, time, 7) 7 V",
            "lstm (batch, 10) 760",
            "joined (batch, width of profile + 10) 0",
            "dense (batch, 1) 1 per feature of profile + 11")
        .inOrder();
    assertThat(Causality.obstacle(model.graph())).isEmpty();
  }

  @Test
  void vectorsThatMeetASequenceAreRepeatedAtItsSteps() {
    Shaping model = Described.typed("Cards");

    assertThat(Described.nodes(model.graph()))
        .containsExactly(
            "cityEmbedding(owner.city) @Embedding(size = 3)",
            "ownerJoined(owner, cityEmbedding) join of owner, city",
            "embedding(shop) @Embedding(size = 5)",
            "shopJoined(embedding, shop.missing) join of shop, shop.missing",
            "joined(card, ownerJoined, shopJoined) join of card, owner, shop",
            "lstm(joined) @LSTM(units = 6)",
            "dropout(lstm) @Dropout(0.2)",
            "dense(dropout) @Dense")
        .inOrder();
    assertThat(Described.shapes(model))
        .containsExactly(
            "cityEmbedding (batch, 3) 3 V",
            "ownerJoined (batch, width of owner + 3) 0",
            "embedding (batch, 5) 5 V",
            "shopJoined (batch, width of shop + 5) 0",
            "joined (batch, time, width of card + width of owner + width of shop + 8) 0",
            // 4 * 6 * (W + 8 + 6 + 2)
            "lstm (batch, time, 6) 24 per feature of card + 24 per feature of owner"
                + " + 24 per feature of shop + 384",
            "dropout (batch, time, 6) 0",
            "dense (batch, time, 1) 7")
        .inOrder();
    assertThat(Causality.obstacle(model.graph())).isEmpty();
  }

  @Test
  void sequencesAreReducedBeforeAJoinThatIsToBeOneVector() {
    Shaping model = Described.typed("Plant");

    assertThat(Described.shapes(model))
        .containsExactly(
            "gru (batch, 32) 96 per feature of fast + 3,264",
            "lstm (batch, 8) 64 per feature of slow + 1,984",
            "joined (batch, 40) 0",
            "layerNorm (batch, 40) 80",
            "hidden (batch, 5) 205",
            "dense (batch, constants of Level) 6 per constant")
        .inOrder();
    assertThat(Causality.obstacle(model.graph()))
        .hasValue("\"fast\" and \"slow\" are made one vector each before they are joined");
  }

  @Test
  void eachOutputHasLayersOfItsOwnAndAPlainDenseWhereItHasNone() {
    Shaping model = Described.typed("Triage");

    assertThat(Described.nodes(model.graph()))
        .containsExactly(
            "embedding(words) @Embedding(size = 64)",
            "embedding2(channel) @Embedding(size = 4)",
            "joined(embedding, embedding2) join of words, channel",
            "lstm(joined) @LSTM(units = 64)",
            "queueDense(lstm) @Dense",
            "hoursHidden(lstm) @Dense(hidden = 32)",
            "hoursDense(hoursHidden) @Dense(hidden = 32)",
            "spamDense(lstm) @Dense")
        .inOrder();
    assertThat(Described.shapes(model))
        .containsExactly(
            "embedding (batch, time, 64) 64 V",
            "embedding2 (batch, 4) 4 V",
            "joined (batch, time, 68) 0",
            "lstm (batch, 64) 34,304",
            "queueDense (batch, constants of Queue) 65 per constant",
            "hoursHidden (batch, 32) 2,080",
            "hoursDense (batch, 1) 33",
            "spamDense (batch, 1) 65")
        .inOrder();
    assertThat(model.graph().results())
        .containsExactly("queue", "queueDense", "hours", "hoursDense", "spam", "spamDense");
  }

  @Test
  void stepsGoToWhoNeedsThemAndTheFinalStateToEverybodyElse() {
    Shaping model = Described.typed("Walk");

    assertThat(Described.nodes(model.graph()))
        .containsExactly(
            "recurrent(values) @Recurrent(units = 32)",
            "dense(recurrent) @Dense(units = 3)",
            "finalState(dense) final state of @Dense(units = 3)",
            "heightDense(dense) @Dense",
            "lengthDense(finalState) @Dense")
        .inOrder();
    assertThat(Described.shapes(model))
        .containsExactly(
            "recurrent (batch, time, 32) 32 per feature of values + 1,088",
            "dense (batch, time, 3) 99",
            "finalState (batch, 3) 0",
            "heightDense (batch, time, 1) 4",
            "lengthDense (batch, 1) 4")
        .inOrder();
  }

  /** The final state of both ways is made of two steps, so that layers behind it run on both. */
  @Test
  void layersBehindBothWaysAreComputedOnStepsAndOnTheFinalStateWithTheSameWeights() {
    Shaping model = Described.typed("Ward");

    assertThat(Described.nodes(model.graph()))
        .containsExactly(
            "gru(vitals) @GRU(units = 6, direction = BIDIRECTIONAL)",
            "finalState(gru) final state of @GRU(units = 6, direction = BIDIRECTIONAL)",
            "dropout(gru) @Dropout(0.5)",
            "dropout2(finalState) @Dropout(0.5)",
            "dense(dropout) @Dense(units = 4)",
            "dense2(dropout2) @Dense(units = 4)",
            "alarmDense(dense) @Dense",
            "risksDense(dense2) @Dense",
            "daysHidden(dense2) @Dense(hidden = 3)",
            "daysDense(daysHidden) @Dense(hidden = 3)")
        .inOrder();
    ModelGraph graph = model.graph();
    assertThat(graph.node("dense").shared()).isPresent();
    assertThat(graph.node("dense").shared()).isEqualTo(graph.node("dense2").shared());
    assertThat(graph.node("dropout").shared()).isNotEqualTo(graph.node("dense").shared());
    assertThat(graph.node("finalState").layer())
        .isEqualTo(new Layer.FinalState(Direction.BIDIRECTIONAL));
    assertThat(model.misfits()).isEmpty();
  }

  @Test
  void theFinalStateOfALayerThatReadsBackwardIsItsFirstStep() {
    ModelGraph graph =
        Described.model(
                "@LSTM(units = 2, direction = Direction.BACKWARD) @LayerNorm",
                "Both f(List<Point> points)",
                "record Both(List<Color> each, Color once) {}")
            .graph();

    assertThat(graph.node("finalState").layer())
        .isEqualTo(new Layer.FinalState(Direction.BACKWARD));
    assertThat(graph.node("finalState").predecessors()).containsExactly("layerNorm");
  }

  @Test
  void headsMayReadStepsBehindATrunkThatOthersReadOnce() {
    Shaping model =
        Described.model(
            "@GRU(units = 2)",
            "Both f(List<Point> points)",
            "record Both(@LSTM(units = 3) Color a, @Pool(Pooling.MAX) Color b, Color c) {}");

    assertThat(Described.nodes(model.graph()))
        .containsExactly(
            "gru(points) @GRU(units = 2)",
            "finalState(gru) final state of @GRU(units = 2)",
            "aLstm(gru) @LSTM(units = 3)",
            "aDense(aLstm) @Dense",
            "bPool(gru) @Pool(MAX)",
            "bDense(bPool) @Dense",
            "cDense(finalState) @Dense")
        .inOrder();
    assertThat(model.misfits()).isEmpty();
  }

  @Test
  void whatAJordanNetworkFeedsBackIsOneOutputOnly() {
    ModelGraph graph =
        Described.model(
                "@Recurrent(units = 2, feedback = Feedback.OUTPUT)",
                "List<Both> f(List<Point> points)",
                "record Both(Color a, Color b) {}")
            .graph();
    Layer.Recurrent layer = (Layer.Recurrent) graph.node("recurrent").layer();

    assertThat(layer.variant().fedBack().orElseThrow().nodes()).containsExactly("aDense");
  }

  @Test
  void layersOfTheMethodBelongToTheTrunkOfSeveralOutputs() {
    ModelGraph graph =
        Described.model(
                "@GRU(units = 2)",
                "@Dropout(0.1) Both f(List<Point> points)",
                "record Both(Color a, Color b) {}")
            .graph();

    assertThat(Described.nodes(graph))
        .containsExactly(
            "gru(points) @GRU(units = 2)",
            "dropout(gru) @Dropout(0.1)",
            "aDense(dropout) @Dense",
            "bDense(dropout) @Dense")
        .inOrder();
  }

  @Test
  void joinedSequencesThatStaySequencesAreJoinedStepByStep() {
    Shaping model =
        Described.model(
            "@GRU(units = 2) @Dense", "Color f(List<Point> a, @LSTM(units = 4) List<Point> b)");

    assertThat(Described.shapes(model))
        .containsExactly(
            "lstm (batch, time, 4) 16 per feature of b + 96",
            "joined (batch, time, width of a + 4) 0",
            "gru (batch, 2) 6 per feature of a + 48",
            "dense (batch, constants of Color) 3 per constant")
        .inOrder();
    assertThat(Causality.obstacle(model.graph())).isEmpty();
  }

  @Test
  void aSequenceThatIsPooledBesideAnotherSpeaksAgainstSteps() {
    ModelGraph graph =
        Described.model(
                "@GRU(units = 2) @Dense",
                "List<Color> f(List<Point> a, @Pool(Pooling.MEAN) List<Point> b)")
            .graph();

    assertThat(Causality.obstacle(graph))
        .hasValue("\"b\" is made one vector before it is joined to the steps of others");
  }

  @Test
  void aSequenceWithoutFinalStateDoesNotFitIntoAJoinOfVectors() {
    Shaping model =
        Described.model("@Dense", "Color f(@LSTM(units = 4) List<Point> a, List<Point> b)");

    assertThat(Described.misfits(model))
        .containsExactly("joined needs one vector: (batch, features)");
    assertThat(Trace.to(model.misfits().get(0), model))
        .isEqualTo(
            """

                a                 (batch, time, width of a)
                @LSTM(units = 4)  (batch, 4)
                b                 (batch, time, width of b)
              > join of a, b      needs one vector: (batch, features)
                @Dense\
            """);
  }

  @Test
  void aHeadThatAnswersOnceNeedsAVectorAndOneOfEachStepASequence() {
    Shaping model =
        Described.model(
            "", "Both f(List<Point> a)", "record Both(@GRU(units = 2) Color a, Color b) {}");
    assertThat(Described.misfits(model))
        .containsExactly("bDense needs one vector: (batch, features)");

    assertThat(
            Described.misfits(
                Described.model(
                    "@GRU(units = 2) @Pool(Pooling.MAX) @Dense", "List<Color> f(List<Point> a)")))
        .containsExactly("dense needs a sequence: (batch, time, features)");
  }

  @Test
  void symbolsThatAreNotLookedUpFitNowhereButIntoAnEmbedding() {
    assertThat(
            Described.misfits(
                Described.model("@GRU(units = 2) @Dense", "Color f(Color a, @Category String b)")))
        .containsExactly("joined needs numbers: (batch, features) or (batch, time, features)");
  }

  @Test
  void residualLayersNeedAWidthThatIsKnown() {
    assertThat(
            Described.misfits(
                Described.model(
                    "@GRU(units = 2, residual = true) @Dense", "Color f(List<Point> a)")))
        .containsExactly("gru needs (batch, time, 2) to be residual");
  }

  @Test
  void attentionPoolingHasASquareOfWeights() {
    assertThat(
            Described.shapes(
                Described.model(
                    "@Pool(Pooling.ATTENTION) @Dense", "double wear(float[][] sensors)")))
        .containsExactly(
            "pool (batch, width of sensors) 1 per feature of sensors squared"
                + " + 2 per feature of sensors",
            "dense (batch, 1) 1 per feature of sensors + 1")
        .inOrder();
  }

  @Test
  void symbolsOfEachStepAreTokens() {
    Shaping model = Described.typed("Tags");

    assertThat(Described.shapes(model))
        .containsExactly(
            "embedding (batch, time, 4) 4 V",
            "gru (batch, time, 3) 81",
            "dense (batch, time, constants of Tag) 4 per constant")
        .inOrder();
  }

  @Test
  void nodesAreNotCalledLikeInputsOrOutputs() {
    ModelGraph graph =
        Described.model(
                "@GRU(units = 2)",
                "Answer f(List<Place> joined, float cityEmbedding)",
                "record Place(@Category @Embedding(size = 2) String city, float size) {}",
                "record Answer(Color gru) {}")
            .graph();

    assertThat(Described.nodes(graph))
        .containsExactly(
            "cityEmbedding2(joined.city) @Embedding(size = 2)",
            "joinedJoined(joined, cityEmbedding2) join of joined, city",
            "joined2(joinedJoined, cityEmbedding) join of joined, cityEmbedding",
            "gru2(joined2) @GRU(units = 2)",
            "gruDense(gru2) @Dense")
        .inOrder();
  }

  @Test
  void sizesThatOnlyTrainingShowsAreThoseOfTheirInputsAndOutputs() {
    assertThat(
            Described.shapes(
                Described.model(
                    "@Dense", "@Category String f(Point p, @GRU(units = 2) List<Point> a)")))
        .containsExactly(
            "gru (batch, 2) 6 per feature of a + 24",
            "joined (batch, width of p + 2) 0",
            "dense (batch, classes of expected) 1 per class per feature of p + 3 per class")
        .inOrder();
  }
}
