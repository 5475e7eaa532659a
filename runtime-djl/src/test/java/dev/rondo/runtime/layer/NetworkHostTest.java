package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.Until;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.reference.ReferenceWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who may use a network's memory, when, and from which threads. */
class NetworkHostTest {
  private static final int THREADS = 16;

  private final TokenScorer network = new TokenScorer();
  private final Weights weights = ReferenceWeights.random(network.weightShapes(), 0.7, 1);
  private final NetworkHost host = NetworkHost.restore(network, Device.cpu(), weights);

  @Test
  void closeWaitsForARunningCall() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<List<float[]>> call =
        CompletableFuture.supplyAsync(
            () ->
                host.scores(
                    rows(1),
                    row -> row.length,
                    (pass, batch) -> {
                      running.countDown();
                      await(goOn);
                      return network.scores(pass, batch);
                    }),
            NetworkHostTest::newThread);
    await(running);
    Thread closer = new Thread(host::close, "closes");
    closer.start();
    Until.holds(() -> closer.getState() == Thread.State.WAITING);

    assertThat(host.manager().isOpen()).isTrue();
    goOn.countDown();
    assertThat(call.get(60, TimeUnit.SECONDS)).hasSize(1);
    closer.join(60_000);
    assertThat(closer.isAlive()).isFalse();
    assertThat(host.manager().isOpen()).isFalse();
  }

  @Test
  void aSecondCloseDoesNothingAndLaterUseIsRefused() {
    host.close();
    host.close();
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> host.scores(rows(1), row -> row.length, network::scores));
    assertThat(e).hasMessageThat().isEqualTo("the model is closed");
    assertThrows(IllegalStateException.class, host::weights);
  }

  @Test
  void aCallCannotCloseItsOwnModel() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                host.scores(
                    rows(1),
                    row -> row.length,
                    (pass, batch) -> {
                      host.close();
                      return network.scores(pass, batch);
                    }));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo("the model cannot be closed from within its own prediction");
    assertThat(host.scores(rows(1), row -> row.length, network::scores)).hasSize(1);
    host.close();
  }

  @Test
  void predictionsAreComputedInFewShapesAndGiveWhatTheExactOnesGive() {
    Set<Shape> shapes = new HashSet<>();
    Random random = new Random(5);
    for (int length = 1; length <= 120; length++) {
      List<int[]> rows = new ArrayList<>();
      for (int row = 0; row <= length % 30; row++) {
        rows.add(random.ints(length, 1, TokenScorer.VOCABULARY).toArray());
      }
      List<float[]> scores =
          host.scores(
              rows,
              row -> row.length,
              (pass, batch) -> {
                TokenBatch tokens = TokenBatch.of(pass, batch);
                shapes.add(tokens.tokens().getShape());
                return network.forward(pass, tokens);
              });
      float[] exact = host.compute(pass -> network.scores(pass, rows).toFloatArray());
      assertThat(scores).hasSize(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        assertWithMessage("row %s of length %s", row, length)
            .that(scores.get(row))
            .usingTolerance(1e-6)
            .containsExactly(Arrays.copyOfRange(exact, 3 * row, 3 * row + 3))
            .inOrder();
      }
    }
    assertThat(shapes.stream().map(shape -> shape.get(1)).distinct().count()).isEqualTo(16 + 23);
    assertThat(shapes.stream().map(shape -> shape.get(0)).distinct().count()).isEqualTo(16);
    host.close();
  }

  @Test
  void aFailedCallFreesItsArraysAndLeavesTheModelUsable() {
    int arrays = host.manager().getManagedArrays().size();
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            host.scores(
                rows(3),
                row -> row.length,
                (pass, batch) -> {
                  network.scores(pass, batch);
                  throw new UnsupportedOperationException();
                }));
    assertThat(host.manager().getManagedArrays()).hasSize(arrays);
    assertThat(JniUtils.isGradMode()).isFalse();
    assertThat(host.scores(rows(3), row -> row.length, network::scores)).hasSize(3);
    host.close();
  }

  @Test
  void threadsThatDidNotStartTheEngineAgreeAndRecordNothing() throws Exception {
    List<int[]> rows = rows(40);
    List<float[]> alone = host.scores(rows, row -> row.length, network::scores);
    CyclicBarrier together = new CyclicBarrier(THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<float[]>>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        answers.add(
            pool.submit(
                () -> {
                  boolean before = JniUtils.isGradMode();
                  together.await(60, TimeUnit.SECONDS);
                  List<float[]> scores =
                      host.scores(
                          rows,
                          row -> row.length,
                          (pass, batch) -> {
                            assertThat(JniUtils.isGradMode()).isFalse();
                            NDArray result = network.scores(pass, batch);
                            assertThat(result.hasGradient()).isFalse();
                            return result;
                          });
                  assertWithMessage("grad mode on a fresh thread").that(before).isTrue();
                  assertThat(JniUtils.isGradMode()).isEqualTo(before);
                  return scores;
                }));
      }
      for (Future<List<float[]>> answer : answers) {
        List<float[]> scores = answer.get(60, TimeUnit.SECONDS);
        for (int i = 0; i < rows.size(); i++) {
          assertThat(scores.get(i)).usingTolerance(1e-6).containsExactly(alone.get(i)).inOrder();
        }
      }
    } finally {
      pool.shutdownNow();
      host.close();
    }
  }

  @Test
  void weightsComeBackAsTheyWereGiven() {
    host.weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              Weights.Tensor given = weights.tensors().get(name);
              assertThat(given).isNotNull();
              if (given != null) {
                assertThat(tensor.shape()).isEqualTo(given.shape());
                assertThat(tensor.values()).isEqualTo(given.values());
              }
            });
    assertThat(host.weights().tensors().keySet())
        .containsExactlyElementsIn(weights.tensors().keySet())
        .inOrder();
    host.close();
  }

  @Test
  void weightsOfOtherNamesOrShapesAreRefusedAndFreed() {
    Map<String, Weights.Tensor> missing = new LinkedHashMap<>(weights.tensors());
    missing.remove("dense.bias");
    IllegalArgumentException names =
        assertThrows(
            IllegalArgumentException.class,
            () -> NetworkHost.restore(new TokenScorer(), Device.cpu(), new Weights(missing)));
    assertThat(names).hasMessageThat().contains("dense.bias");

    int arrays = host.manager().getParentManager().getManagedArrays().size();
    Map<String, Weights.Tensor> wrong = new LinkedHashMap<>(weights.tensors());
    wrong.put("dense.bias", new Weights.Tensor(new long[] {2}, new float[2]));
    IllegalArgumentException shape =
        assertThrows(
            IllegalArgumentException.class,
            () -> NetworkHost.restore(new TokenScorer(), Device.cpu(), new Weights(wrong)));
    assertThat(shape).hasMessageThat().isEqualTo("dense.bias has shape [2], expected [3]");
    assertThat(host.manager().getParentManager().getManagedArrays()).hasSize(arrays);
    host.close();
  }

  @Test
  void aGpuThatIsMissingIsNeverReplacedByTheCpu() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> NetworkHost.initialize(new TokenScorer(), Device.gpu(999), 1));
    assertThat(e).hasMessageThat().startsWith("device cuda:999 is not available: this process");
    host.close();
  }

  private static List<int[]> rows(int count) {
    Random random = new Random(3);
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(random.ints(1 + random.nextInt(9), 1, TokenScorer.VOCABULARY).toArray());
    }
    return rows;
  }

  private static void newThread(Runnable work) {
    new Thread(work, "predicts").start();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited in vain");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
