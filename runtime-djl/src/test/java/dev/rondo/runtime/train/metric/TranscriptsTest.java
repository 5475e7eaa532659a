package dev.rondo.runtime.train.metric;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.Alignments;
import dev.rondo.runtime.data.answer.TranscriptCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.TranscriptEvaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The loss of transcripts, and what is measured of them. */
class TranscriptsTest {
  private static TranscriptCodec codec() {
    TranscriptCodec.Learner learner = TranscriptCodec.learner(Tokens.CHARACTERS, "", false, 1);
    learner.add("ab c");
    return learner.build(10, 1);
  }

  private static float[] sure(TranscriptCodec codec, String path) {
    float[] scores = new float[path.length() * codec.size()];
    for (int t = 0; t < path.length(); t++) {
      int token = path.charAt(t) == '-' ? 0 : (int) codec.target(path.substring(t, t + 1))[0];
      scores[t * codec.size() + token] = 9;
    }
    return scores;
  }

  @Test
  void editsAreCounted() {
    assertThat(EditCounts.of(List.of("a", "b", "c"), List.of("a", "x", "c")))
        .isEqualTo(new EditCounts(1, 0, 0, 3));
    assertThat(EditCounts.of(List.of("a", "b", "c"), List.of("c")))
        .isEqualTo(new EditCounts(0, 2, 0, 3));
    assertThat(EditCounts.of(List.of("a"), List.of("b", "a", "b")))
        .isEqualTo(new EditCounts(0, 0, 2, 1));
    assertThat(EditCounts.of(List.of(), List.of("b")).rate()).isPositiveInfinity();
    assertThat(
            EditCounts.of(
                    List.of("k", "i", "t", "t", "e", "n"),
                    List.of("s", "i", "t", "t", "i", "n", "g"))
                .rate())
        .isWithin(1e-12)
        .of(3 / 6.0);
  }

  @Test
  void transcriptsAreMeasuredByCharactersAndWords() {
    TranscriptCodec codec = codec();
    TranscriptMetrics metrics = new TranscriptMetrics(codec);
    metrics.add(sure(codec, "a-b-- cc"), "ab c");
    metrics.add(sure(codec, "a--  -b-"), "a c");
    metrics.add(sure(codec, "aa"), null);

    TranscriptEvaluation evaluation = metrics.evaluation();

    assertThat(evaluation.examples()).isEqualTo(2);
    assertThat(evaluation.characters()).isEqualTo(new EditCounts(1, 0, 0, 7));
    assertThat(evaluation.words()).isEqualTo(new EditCounts(1, 0, 0, 4));
    assertThat(evaluation.exact()).isEqualTo(0.5);
    assertThat(evaluation.blanks()).isEqualTo(7 / 16.0);
    assertThat(evaluation.quality().toString()).isEqualTo("character errors 14.3 %");
    assertThat(evaluation.toString()).contains("word errors 25.0 % (1, 0, 0)");
  }

  @Test
  void noExamplesHaveNoFigures() {
    TranscriptEvaluation evaluation = new TranscriptMetrics(codec()).evaluation();

    assertThat(evaluation.loss()).isNaN();
    assertThat(evaluation.characterErrorRate()).isNaN();
  }

  /** A text of each row; steps that the layers leave are one of every two. */
  @Test
  void theLossOfAStepIsThatOfTheMetricsAndOfAllPaths() {
    TranscriptCodec codec = codec();
    Random random = new Random(2);
    List<String> texts = List.of("ab", "c", "aa b", "");
    int[] inputs = {7, 1, 16, 5};
    TranscriptMetrics metrics = new TranscriptMetrics(codec);
    List<Steps[]> rows = new ArrayList<>();
    List<float[][]> targets = new ArrayList<>();
    List<float[]> scores = new ArrayList<>();
    double expected = 0;
    for (int row = 0; row < texts.size(); row++) {
      int left = TranscriptCodec.left(inputs[row], 2);
      float[] own = new float[left * codec.size()];
      for (int i = 0; i < own.length; i++) {
        own[i] = (float) random.nextGaussian();
      }
      scores.add(own);
      metrics.add(own, texts.get(row));
      float[] target = codec.target("expected", texts.get(row), inputs[row], 2);
      targets.add(new float[][] {target});
      rows.add(new Steps[] {Steps.of(inputs[row], new float[inputs[row]], 1, new int[0], 0)});
      int[] labels = codec.text().tokens(texts.get(row));
      expected -=
          new Alignments(own, codec.size()).logProbability(labels) / Math.max(1, labels.length) / 4;
    }
    float[] all = new float[scores.stream().mapToInt(own -> own.length).sum()];
    int at = 0;
    for (float[] own : scores) {
      System.arraycopy(own, 0, all, at, own.length);
      at += own.length;
    }
    try (NDManager manager = Torch.newManager(Device.cpu())) {
      NDArray flat = manager.create(all, new Shape(all.length / codec.size(), codec.size()));
      float loss = Losses.transcripts(flat, new Batch<>(rows, targets, 16), 0, 0, 2).getFloat();

      assertThat((double) loss).isWithin(1e-5).of(expected);
      assertThat(metrics.evaluation().loss()).isWithin(1e-9).of(expected);
      assertThat(Arrays.stream(inputs).sum()).isEqualTo(29);
    }
  }
}
