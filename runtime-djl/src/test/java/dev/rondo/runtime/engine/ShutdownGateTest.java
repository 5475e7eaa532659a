package dev.rondo.runtime.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.Until;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShutdownGateTest {
  private static final Duration FOREVER = Duration.ofHours(1);

  private final ShutdownGate gate = new ShutdownGate();
  private final ExecutorService others = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    others.shutdownNow();
  }

  @Test
  void aQuietProcessEndsAtOnce() {
    gate.enter();
    gate.leave();
    gate.close(FOREVER, FOREVER);
    assertThat(gate.ending()).isTrue();
  }

  @Test
  void theEndWaitsForWhatRuns() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Future<?> call =
        others.submit(
            () -> {
              gate.enter();
              entered.countDown();
              goOn.await();
              gate.enter(); // a part of the call
              gate.leave();
              gate.leave();
              return null;
            });
    entered.await();
    Future<?> end = others.submit(() -> gate.close(Duration.ZERO, FOREVER));
    Until.holds(gate::ending);
    assertThat(end.isDone()).isFalse();
    goOn.countDown();
    end.get();
    call.get();
  }

  @Test
  void nothingNewIsLetInAfterwards() {
    gate.close(Duration.ZERO, Duration.ZERO);
    IllegalStateException e = assertThrows(IllegalStateException.class, gate::enter);
    assertThat(e).hasMessageThat().isEqualTo("the process is ending: nothing new is computed");
    gate.enterLast();
    gate.enter(); // a part of the last call
    gate.leave();
    gate.leave();
    assertThrows(IllegalStateException.class, gate::enter);
  }

  @Test
  void longCallsEndBetweenTheirParts() {
    gate.enter();
    gate.goOn();
    gate.close(Duration.ZERO, Duration.ZERO);
    assertThrows(IllegalStateException.class, gate::goOn);
    gate.enter();
    gate.goOn(); // a part of another call
    gate.leave();
    gate.leave();
  }

  @Test
  void theEndWaitsForABoundedTime() {
    gate.enter();
    gate.close(Duration.ofMillis(1), Duration.ofMillis(1));
    assertThat(gate.ending()).isTrue();
    gate.leave();
  }

  @Test
  void withGraceCallsAreLetInUntilAllModelsAreClosed() throws Exception {
    gate.opened();
    Future<?> end = others.submit(() -> gate.close(FOREVER, FOREVER));
    Until.holds(gate::ending);
    gate.enter();
    gate.leave();
    assertThat(end.isDone()).isFalse();
    gate.closed();
    end.get();
    assertThrows(IllegalStateException.class, gate::enter);
  }
}
