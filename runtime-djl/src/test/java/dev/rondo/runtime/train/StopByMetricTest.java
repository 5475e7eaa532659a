package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The best epoch, and the end, by a metric in place of the validation loss. */
class StopByMetricTest {
  private final List<Sample> samples = Sample.random(40, 1);
  private final List<Map<String, List<Float>>> weightsAfterEpoch = new ArrayList<>();
  private final TinyTrainer trainer =
      new TinyTrainer()
          .epochs(6)
          .validateOn(Sample.random(20, 2))
          .observer(model -> weightsAfterEpoch.add(model.weights()));

  /** A metric with a given value for each epoch. */
  private static EvaluationMetric<Evaluation> scripted(boolean lower, double... values) {
    Iterator<Double> next = DoubleStream.of(values).iterator();
    return evaluation -> new Quality("scripted", next.next(), false, lower);
  }

  @Test
  void theEpochWithTheHighestOfAScoreIsKept() {
    try (TinyModel model =
        trainer.patience(0).chooseBy(scripted(false, 1, 3, 2, 3, 0, 1)).fit(samples)) {
      assertThat(model.history().bestEpoch()).isEqualTo(2);
      assertThat(model.history().epochs()).hasSize(6);
      assertThat(model.weights()).isEqualTo(weightsAfterEpoch.get(1));
      assertThat(weightsAfterEpoch.get(1)).isNotEqualTo(weightsAfterEpoch.get(5));
    }
  }

  @Test
  void theEpochWithTheLowestOfAnErrorIsKeptAndPatienceWaitsForIt() {
    trainer.patience(2).chooseBy(scripted(true, 3, 1, 2, 4));
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(model.history().bestEpoch()).isEqualTo(2);
      assertThat(model.history().epochs()).hasSize(4);
      assertThat(model.weights()).isEqualTo(weightsAfterEpoch.get(1));
    }
  }

  @Test
  void theMetricIsWhatIsReported() {
    try (TinyModel model = trainer.epochs(2).chooseBy(scripted(true, 3, 1)).fit(samples)) {
      assertThat(model.history().epochs().stream().map(EpochReport::validationQuality).toList())
          .containsExactly(
              new Quality("scripted", 3, false, true), new Quality("scripted", 1, false, true))
          .inOrder();
    }
  }

  @Test
  void aMetricWithoutValidationDataIsRefusedBeforeTraining() {
    TinyTrainer bare = new TinyTrainer().chooseBy(scripted(true, 1));
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> bare.fit(samples));
    assertThat(e).hasMessageThat().contains("there is no validation data: call validateOn");
  }

  @Test
  void anObserverThatClosesTheModelIsTold() {
    TinyTrainer closing = new TinyTrainer().epochs(2).observer(TinyModel::close);
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> closing.fit(samples));
    assertThat(e).hasMessageThat().startsWith("the model was closed while it is trained");
  }

  @Test
  void aMetricThatIsNoNumberEndsTheTraining() {
    trainer.chooseBy(scripted(true, Double.NaN));
    TrainingException e = assertThrows(TrainingException.class, () -> trainer.fit(samples));
    assertThat(e).hasMessageThat().contains("scripted is not a number in epoch 1");
  }
}
