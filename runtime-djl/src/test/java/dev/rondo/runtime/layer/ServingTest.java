package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rondo.layer.Direction;
import dev.rondo.runtime.Until;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Processor;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.serve.ServingListener;
import dev.rondo.runtime.serve.micrometer.ServingMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a service sets: gathering, queues, streams, precision. */
class ServingTest {
  private final TokenScorer network = new TokenScorer();
  private final NetworkHost host =
      NetworkHost.restore(
          network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.7, 1));
  private final Inference<int[], float[]> inference = Inference.ofTokens(host, network::scores);

  @AfterEach
  void close() {
    host.close();
  }

  private static List<int[]> rows(int count) {
    Random random = new Random(count);
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(random.ints(1 + random.nextInt(40), 1, TokenScorer.VOCABULARY).toArray());
    }
    return rows;
  }

  @Test
  void gatheredAnswersOfManyThreadsAreThoseOfOne() throws Exception {
    List<int[]> rows = rows(200);
    List<float[]> expected = new ArrayList<>();
    rows.forEach(row -> expected.add(inference.scores(List.of(row)).get(0)));
    inference.batching(Duration.ofMillis(1), 16).queue(1000);
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Callable<List<float[]>>> calls =
          Collections.nCopies(
              64,
              () -> {
                List<float[]> own = new ArrayList<>();
                rows.forEach(row -> own.add(inference.scores(List.of(row)).get(0)));
                return own;
              });
      for (Future<List<float[]>> call : threads.invokeAll(calls)) {
        List<float[]> own = call.get(60, TimeUnit.SECONDS);
        for (int row = 0; row < rows.size(); row++) {
          assertThat(own.get(row)).usingTolerance(1e-6).containsExactly(expected.get(row));
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Holds a worker until it may go on, and notes how large the batches are. */
  private static final class Slow {
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger calls = new AtomicInteger();

    List<Integer> doubled(List<Integer> rows) {
      sizes.add(rows.size());
      if (calls.getAndIncrement() == 0) {
        first.countDown();
        await(goOn);
      }
      if (rows.contains(-1)) {
        throw new IllegalArgumentException("-1 of " + rows.size());
      }
      return rows.stream().map(row -> 2 * row).toList();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletableFuture<Integer> call(Gathering<Integer, Integer> place, int row) {
    CompletableFuture<Integer> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(place.scores(row));
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  @Test
  void whatWaitsAnywayIsGatheredWithoutDelay() throws Exception {
    Slow slow = new Slow();
    Gathering<Integer, Integer> place =
        new Gathering<>(slow::doubled, Duration.ZERO, 4, Integer.MAX_VALUE, 1);
    List<CompletableFuture<Integer>> calls = new ArrayList<>(List.of(call(place, 0)));
    await(slow.first);
    for (int row = 1; row <= 6; row++) {
      calls.add(call(place, row));
      int waiting = row;
      Until.holds(() -> place.waiting() == waiting);
    }
    slow.goOn.countDown();
    for (int row = 0; row <= 6; row++) {
      assertThat(calls.get(row).get(60, TimeUnit.SECONDS)).isEqualTo(2 * row);
    }
    assertThat(slow.sizes).containsExactly(1, 4, 2).inOrder();
  }

  @Test
  void aFurtherCallIsRefusedWhereAsManyWaitAsMay() throws Exception {
    Slow slow = new Slow();
    Gathering<Integer, Integer> place = new Gathering<>(slow::doubled, Duration.ZERO, 4, 2, 1);
    CompletableFuture<Integer> running = call(place, 0);
    await(slow.first);
    List<CompletableFuture<Integer>> waiting = List.of(call(place, 1), call(place, 2));
    Until.holds(() -> place.waiting() == 2);
    RejectedExecutionException e =
        assertThrows(RejectedExecutionException.class, () -> place.scores(3));
    assertThat(e).hasMessageThat().contains("2 calls are waiting, the most that queue(2) allows");
    slow.goOn.countDown();
    assertThat(running.get(60, TimeUnit.SECONDS)).isEqualTo(0);
    assertThat(waiting.get(1).get(60, TimeUnit.SECONDS)).isEqualTo(4);
  }

  @Test
  void anInterruptEndsTheWaitAndLeavesTheOthers() throws Exception {
    Slow slow = new Slow();
    Gathering<Integer, Integer> place =
        new Gathering<>(slow::doubled, Duration.ZERO, 4, Integer.MAX_VALUE, 1);
    CompletableFuture<Integer> running = call(place, 0);
    await(slow.first);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waits =
        new Thread(
            () -> {
              try {
                place.scores(1);
              } catch (CancellationException e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
              }
            });
    waits.start();
    Until.holds(() -> place.waiting() == 1);
    CompletableFuture<Integer> other = call(place, 2);
    Until.holds(() -> place.waiting() == 2);
    waits.interrupt();
    assertThat(interrupted.get(60, TimeUnit.SECONDS)).isTrue();
    slow.goOn.countDown();
    assertThat(running.get(60, TimeUnit.SECONDS)).isEqualTo(0);
    assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo(4);
    assertThat(slow.sizes).containsExactly(1, 1).inOrder();
  }

  @Test
  void nobodyGetsTheExceptionOfAnothersRow() throws Exception {
    Slow slow = new Slow();
    Gathering<Integer, Integer> place =
        new Gathering<>(slow::doubled, Duration.ZERO, 8, Integer.MAX_VALUE, 1);
    CompletableFuture<Integer> running = call(place, 0);
    await(slow.first);
    CompletableFuture<Integer> good = call(place, 5);
    Until.holds(() -> place.waiting() == 1);
    CompletableFuture<Integer> bad = call(place, -1);
    Until.holds(() -> place.waiting() == 2);
    slow.goOn.countDown();
    assertThat(running.get(60, TimeUnit.SECONDS)).isEqualTo(0);
    assertThat(good.get(60, TimeUnit.SECONDS)).isEqualTo(10);
    Exception e = assertThrows(Exception.class, () -> bad.get(60, TimeUnit.SECONDS));
    assertThat(e).hasCauseThat().hasMessageThat().isEqualTo("-1 of 1");
  }

  @Test
  void aCallWaitsForOthersNoLongerThanTheDelay() {
    inference.batching(Duration.ofMillis(20), 8);
    assertThat(inference.scores(rows(1))).hasSize(1);
  }

  @Test
  void aStreamOfAnyLengthIsAnsweredInOrderAndAsItIsAskedFor() {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    Stream<Integer> inputs =
        IntStream.iterate(1, i -> i + 1)
            .peek(i -> read.incrementAndGet())
            .boxed()
            .onClose(closed::incrementAndGet);
    List<String> answers;
    try (Stream<String> all =
        inference.stream(
            inputs,
            i -> new int[] {1 + i % (TokenScorer.VOCABULARY - 1)},
            (i, scores) -> i + " " + scores.length)) {
      answers = all.limit(2000).toList();
    }
    assertThat(answers).hasSize(2000);
    assertThat(answers.get(1999)).isEqualTo("2000 3");
    assertThat(read.get()).isAtMost(3 * 1024);
    assertThat(closed.get()).isEqualTo(1);
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> inference.batching(Duration.ofMillis(-1), 2));
    assertThrows(IllegalArgumentException.class, () -> inference.batching(Duration.ZERO, 0));
    assertThrows(IllegalArgumentException.class, () -> inference.queue(0));
    assertRefused("maxDelay is null", () -> inference.batching(nothing(), 2));
    assertRefused("precision is null", () -> inference.precision(nothing()));
    assertRefused(
        "the stream is null",
        () ->
            inference.stream(
                ServingTest.<Stream<int[]>>nothing(), row -> row, (row, scores) -> scores));
  }

  private static void assertRefused(String message, Executable call) {
    assertThat(assertThrows(IllegalArgumentException.class, call))
        .hasMessageThat()
        .isEqualTo(message);
  }

  // what a caller without null checks of its own may pass
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  @Test
  void aDelayOfAnyLengthGathers() {
    inference.batching(ChronoUnit.FOREVER.getDuration(), 2);
    CompletableFuture<List<float[]>> waits =
        CompletableFuture.supplyAsync(() -> inference.scores(rows(1)));
    Until.holds(() -> inference.waiting() == 1);
    List<float[]> full = inference.scores(rows(1));
    assertThat(waits.join().get(0)).isEqualTo(full.get(0));
  }

  /** It computes on a worker, and would wait for one for ever. */
  @Test
  void aListenerMayAskTheModelThatGathers() {
    inference.batching(Duration.ZERO, 8);
    List<float[]> heard = new ArrayList<>();
    inference.listener(
        new ServingListener() {
          @Override
          public void computed(int inputs) {
            if (heard.isEmpty()) {
              heard.add(new float[0]);
              heard.addAll(inference.scores(rows(1)));
            }
          }
        });
    List<float[]> scores =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> inference.scores(rows(1)));
    assertThat(heard.get(1)).isEqualTo(scores.get(0));
  }

  @Test
  void warmingUpMakesTheProgramBeforeAnybodyAsks() {
    inference.warmUp();
    assertThat(inference.plan()).isPresent();
    host.close();
    assertThrows(IllegalStateException.class, inference::warmUp);
  }

  @Test
  void bfloat16IsCloseWhereTheProcessorHasIt() {
    Assumptions.assumeTrue(Processor.multipliesBfloat16());
    List<int[]> rows = rows(50);
    List<float[]> exact = inference.scores(rows);
    inference.precision(Precision.BFLOAT16);
    List<float[]> close = inference.scores(rows);
    inference.precision(Precision.FLOAT32);
    List<float[]> again = inference.scores(rows);
    boolean differs = false;
    for (int row = 0; row < rows.size(); row++) {
      assertThat(close.get(row)).usingTolerance(0.05).containsExactly(exact.get(row));
      assertThat(again.get(row)).isEqualTo(exact.get(row));
      differs |= close.get(row)[0] != exact.get(row)[0];
    }
    assertThat(differs).isTrue();
  }

  @Test
  void bfloat16IsRefusedWhereNoOperatorIsFaster() {
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", 5, 2);
    GruLayer gru = new GruLayer("gru", 2, new int[] {3}, Direction.FORWARD, 0);
    Model model = new Model(embedding, gru);
    try (NetworkHost own = NetworkHost.initialize(model, Device.cpu(), 1)) {
      Inference<int[], float[]> refusing =
          Inference.ofTokens(
              own,
              (pass, batch) ->
                  gru.finalState(pass, embedding.forward(pass, TokenBatch.of(pass, batch))));
      UnsupportedOperationException e =
          assertThrows(
              UnsupportedOperationException.class, () -> refusing.precision(Precision.BFLOAT16));
      assertThat(e).hasMessageThat().startsWith("BFLOAT16 would not be faster: ");
      assertThat(refusing.scores(List.of(new int[] {1, 2}))).hasSize(1);
    }
  }

  @Test
  void aListenerIsToldOfCallsBatchesAndFailures() {
    List<String> told = new ArrayList<>();
    inference.listener(
        new ServingListener() {
          @Override
          public void answered(int inputs, Duration time) {
            told.add("answered " + inputs + " " + !time.isNegative());
          }

          @Override
          public void failed(Throwable failure, Duration time) {
            told.add("failed " + failure.getClass().getSimpleName());
          }

          @Override
          public void computed(int inputs) {
            told.add("computed " + inputs);
          }
        });
    inference.scores(rows(3));
    assertThat(inference.check().isNegative()).isFalse();
    assertThrows(
        IllegalArgumentException.class, () -> inference.scores(Collections.singletonList(null)));
    assertThat(told)
        .containsExactly(
            "computed 3", "answered 3 true", "computed 1", "failed IllegalArgumentException")
        .inOrder();
    assertThat(inference.waiting()).isEqualTo(0);
  }

  @Test
  void aClosedModelFailsItsCheck() {
    inference.check();
    host.close();
    assertThrows(IllegalStateException.class, inference::check);
    assertThrows(IllegalStateException.class, () -> inference.precision(Precision.FLOAT32));
  }

  @Test
  void metersOfMicrometerCountWhatIsAnswered() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    ServingMetrics.bind(registry, "tokens", inference);
    inference.scores(rows(5));
    inference.scores(rows(1));
    assertThrows(
        IllegalArgumentException.class, () -> inference.scores(Collections.singletonList(null)));
    assertThat(
            registry
                .get("rondo.calls")
                .tags("model", "tokens", "outcome", "answered")
                .timer()
                .count())
        .isEqualTo(2);
    assertThat(
            registry.get("rondo.calls").tag("outcome", "IllegalArgumentException").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("rondo.inputs").summary().totalAmount()).isEqualTo(6.0);
    assertThat(registry.get("rondo.batch").summary().max()).isEqualTo(5.0);
    assertThat(registry.get("rondo.waiting").gauge().value()).isEqualTo(0.0);
  }

  /** A registry keeps the first gauge of a name, and a model that is gone has no number. */
  @Test
  void aModelTakesThePlaceOfAnotherOfItsName() throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    registry.config().commonTags("region", "north");
    ServingMetrics.bind(registry, "other", inference);
    ServingMetrics.bind(registry, "tokens", Inference.ofTokens(host, network::scores));
    ServingMetrics.bind(registry, "tokens", inference);
    inference.batching(Duration.ofSeconds(60), 2);
    CompletableFuture<List<float[]>> waits =
        CompletableFuture.supplyAsync(() -> inference.scores(rows(1)));
    Until.holds(() -> inference.waiting() == 1);
    assertThat(registry.get("rondo.waiting").tag("model", "tokens").gauge().value()).isEqualTo(1.0);
    assertThat(registry.get("rondo.waiting").tag("model", "other").gauge().value()).isEqualTo(1.0);
    inference.scores(rows(1));
    assertThat(waits.get(60, TimeUnit.SECONDS)).hasSize(1);
  }
}
