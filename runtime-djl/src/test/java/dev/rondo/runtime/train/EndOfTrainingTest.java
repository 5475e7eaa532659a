package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.data.ExampleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How trainings end early, and whose weights they leave. An epoch has five batches. */
class EndOfTrainingTest {
  private final List<Sample> samples = Sample.random(40, 1);
  private final List<Sample> wrong = Sample.wrong(20, 2);
  private final List<Map<String, List<Float>>> weightsAfterEpoch = new ArrayList<>();
  private final TinyTrainer trainer = new TinyTrainer().epochs(6);
  private int batches;

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void trainingStopsWithoutProgressAndLeavesTheBestEpochsWeights() {
    trainer.validateOn(wrong).patience(2).listener(listener(() -> {}, 0));
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(model.history().bestEpoch()).isEqualTo(1);
      assertThat(model.history().epochs()).hasSize(3);
      assertThat(model.weights()).isEqualTo(weightsAfterEpoch.get(0));
      assertThat(weightsAfterEpoch.get(2)).isNotEqualTo(weightsAfterEpoch.get(0));
      assertThat(model.evaluate(wrong).loss())
          .isEqualTo(model.history().epochs().get(0).validationLoss());
    }
  }

  @Test
  void withoutPatienceAllEpochsRunAndTheBestIsKept() {
    trainer.validateOn(wrong).patience(0).listener(listener(() -> {}, 0));
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(model.history().epochs()).hasSize(6);
      assertThat(model.history().bestEpoch()).isEqualTo(1);
      assertThat(model.weights()).isEqualTo(weightsAfterEpoch.get(0));
    }
  }

  @Test
  void withoutValidationTheLastEpochIsKept() {
    trainer.patience(1).listener(listener(() -> {}, 0));
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(model.history().bestEpoch()).isEqualTo(6);
      assertThat(model.weights()).isEqualTo(weightsAfterEpoch.get(5));
    }
  }

  /** The two ways to ask for the end. */
  static Stream<Consumer<TinyTrainer>> requests() {
    return Stream.of(TinyTrainer::stop, trainer -> Thread.currentThread().interrupt());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void stoppedWithinAnEpochTheBestWeightsAreLeft(Consumer<TinyTrainer> request) {
    trainer.validateOn(wrong).listener(listener(() -> request.accept(trainer), 12));
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(batches).isEqualTo(12);
      assertThat(model.history().epochs()).hasSize(2);
      assertThat(model.history().bestEpoch()).isEqualTo(1);
      assertThat(model.weights()).isEqualTo(weightsAfterEpoch.get(0));
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void stoppedWithoutValidationTheLastStepsWeightsAreLeft(Consumer<TinyTrainer> request) {
    trainer.listener(listener(() -> request.accept(trainer), 7));
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(batches).isEqualTo(7);
      assertThat(model.history().epochs()).hasSize(1);
      assertThat(model.history().bestEpoch()).isEqualTo(0);
      assertThat(model.weights()).isNotEqualTo(weightsAfterEpoch.get(0));
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void stoppedInTheFirstEpochItsWeightsAreLeft(Consumer<TinyTrainer> request) {
    trainer.validateOn(wrong).listener(listener(() -> request.accept(trainer), 2));
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(batches).isEqualTo(2);
      assertThat(model.history().epochs()).isEmpty();
      assertThat(model.history().bestEpoch()).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void anEpochThatIsStoppedWithItsLastBatchCounts(Consumer<TinyTrainer> request) {
    trainer.validateOn(Sample.random(20, 2)).listener(listener(() -> request.accept(trainer), 10));
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(batches).isEqualTo(10);
      assertThat(model.history().epochs()).hasSize(2);
      assertThat(model.history().bestEpoch()).isEqualTo(2);
      assertThat(model.weights()).isEqualTo(weightsAfterEpoch.get(1));
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void stoppedWhileValidatingNoFurtherBatchIsTrained(Consumer<TinyTrainer> request) {
    AtomicInteger readings = new AtomicInteger();
    Iterable<Sample> stopping =
        () -> {
          if (readings.getAndIncrement() > 0) { // the first is before the training
            request.accept(trainer);
          }
          return wrong.iterator();
        };
    trainer.validateOn(stopping).listener(listener(() -> {}, 0));
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(batches).isEqualTo(5);
      assertThat(model.history().epochs()).hasSize(1);
      assertThat(model.history().bestEpoch()).isEqualTo(1);
    }
  }

  @Test
  void theInterruptStaysVisibleToTheCaller() {
    trainer.listener(listener(() -> Thread.currentThread().interrupt(), 1));
    trainer.fit(samples).close();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  /** Files are read from the training's thread, and some channels close when it is interrupted. */
  @Test
  void anInterruptDoesNotBreakExamplesThatAreReadFromAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("samples.tsv");
    Files.writeString(
        file,
        samples.stream()
            .map(sample -> sample.tokens().length + "\t" + sample.expected())
            .collect(Collectors.joining("\n", "length\texpected\n", "\n")));
    ExampleFile<Sample> stream =
        ExampleFile.of(
            file,
            List.of("length", "expected"),
            row ->
                new Sample(
                    new int[Integer.parseInt(row.text("length"))],
                    row.constant("expected", Sign.values())));
    trainer.validateOn(stream).listener(listener(() -> Thread.currentThread().interrupt(), 5));
    try (TinyModel model = trainer.fit(stream)) {
      assertThat(model.history().epochs()).hasSize(1);
      assertThat(model.history().bestEpoch()).isEqualTo(1);
    }
  }

  @Test
  void aStopEndsOneTrainingOnly() {
    trainer.listener(listener(trainer::stop, 1));
    trainer.fit(samples).close();
    assertThat(batches).isEqualTo(1);

    trainer.fit(samples).close();

    assertThat(batches).isEqualTo(1 + 30);
  }

  @Test
  void aStopBeforeTheTrainingEndsItAfterOneBatch() {
    trainer.stop();
    trainer.listener(listener(() -> {}, 0));
    trainer.fit(samples).close();
    assertThat(batches).isEqualTo(1);
  }

  /** Counts batches, keeps each epoch's weights, and does something after one of the batches. */
  private TrainingListener listener(Runnable action, int atBatch) {
    return new TrainingListener() {
      @Override
      public void onBatch(BatchProgress progress) {
        if (++batches == atBatch) {
          action.run();
        }
      }

      @Override
      public void onEpoch(EpochReport report) {
        weightsAfterEpoch.add(trainer.running().weights());
      }
    };
  }
}
