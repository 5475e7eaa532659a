package dev.rondo.runtime.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** With how many threads calls compute, and what they leave behind. */
class ComputeThreadsTest {
  private static final long LARGE = 1L << 40;

  /** Does something on a thread that has not seen PyTorch, and has as many threads as wished. */
  private static <T> T onAThreadOf(int threads, Supplier<T> work) throws Exception {
    Torch.newManager(Device.cpu()).close();
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              Torch.useThreads(threads);
              return work.get();
            });
    new Thread(task).start();
    return task.get(60, TimeUnit.SECONDS);
  }

  @Test
  void aSmallCallComputesAloneAndALargeOneWithAllThreads() throws Exception {
    assertThat(onAThreadOf(4, () -> ComputeThreads.worth(1000, Torch::threads))).isEqualTo(1);
    assertThat(onAThreadOf(4, () -> ComputeThreads.alone(Torch::threads))).isEqualTo(1);
    assertThat(onAThreadOf(4, () -> ComputeThreads.worth(LARGE, Torch::threads))).isEqualTo(4);
  }

  @Test
  void stepsThatReadManyWeightsComputeWithAllThreads() throws Exception {
    assertThat(onAThreadOf(4, () -> ComputeThreads.worthSteps(249_999, Torch::threads)))
        .isEqualTo(1);
    assertThat(onAThreadOf(4, () -> ComputeThreads.worthSteps(250_000, Torch::threads)))
        .isEqualTo(4);
  }

  @Test
  void largeCallsShareTheThreads() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FutureTask<Integer> first =
        new FutureTask<>(
            () ->
                onAThreadOf(
                    4,
                    () ->
                        ComputeThreads.worth(
                            LARGE,
                            () -> {
                              running.countDown();
                              await(goOn);
                              return Torch.threads();
                            })));
    new Thread(first).start();
    await(running);
    assertThat(onAThreadOf(4, () -> ComputeThreads.worth(LARGE, Torch::threads))).isEqualTo(2);
    goOn.countDown();
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(4);
    assertThat(onAThreadOf(4, () -> ComputeThreads.worth(LARGE, Torch::threads))).isEqualTo(4);
  }

  @Test
  void whatTheThreadHadIsPutBackWhateverHappens() throws Exception {
    int after =
        onAThreadOf(
            3,
            () -> {
              ComputeThreads.alone(() -> ComputeThreads.worth(LARGE, Torch::threads));
              assertThrows(
                  IllegalStateException.class,
                  () ->
                      ComputeThreads.alone(
                          () -> {
                            throw new IllegalStateException("of the work");
                          }));
              return JniUtils.getNumThreads();
            });
    assertThat(after).isEqualTo(3);
  }

  /** PyTorch gives a new thread what was set last on any: here the 1 of a small call. */
  @Test
  void aNewThreadHasWhatTheEngineStartedWithAndNotWhatASmallCallSet() throws Exception {
    int started = onAThreadOf(2, EngineStart::threads);
    int seen =
        onAThreadOf(
            Math.max(2, started),
            () ->
                ComputeThreads.alone(
                    () -> {
                      FutureTask<Integer> fresh = new FutureTask<>(Torch::threads);
                      new Thread(fresh).start();
                      return joined(fresh);
                    }));
    assertThat(seen).isEqualTo(started);
  }

  private static int joined(FutureTask<Integer> task) {
    try {
      return task.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
