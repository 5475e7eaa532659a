package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.CheckpointFile;
import dev.rondo.runtime.train.checkpoint.Checkpoints;
import dev.rondo.runtime.train.checkpoint.StateMemory;
import dev.rondo.runtime.train.checkpoint.TrainingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checkpoints are written beside the training, one at a time, and nothing is lost or left. */
class CheckpointsTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final NDArray weight = manager.create(0f);
  private final SlowFile file = new SlowFile();
  private final List<String> told = new ArrayList<>();
  private int batch;

  /** A file whose disk waits to be told to go on. */
  private static final class SlowFile implements CheckpointFile {
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore goOn = new Semaphore(0);
    private @Nullable RuntimeException failure;
    private boolean deleted;
    private boolean closed;

    @Override
    public Optional<Checkpoint> read() {
      return Optional.empty();
    }

    @Override
    public long write(Checkpoint checkpoint) {
      begun.release();
      goOn.acquireUninterruptibly();
      if (failure != null) {
        throw failure;
      }
      float value =
          checkpoint.arrays(Checkpoint.Part.WEIGHTS).values().iterator().next().values()[0];
      written.add(checkpoint.facts(Checkpoint.Facts.POSITION).get("batch") + " with " + value);
      return 100;
    }

    @Override
    public void delete() {
      deleted = true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private Checkpoints checkpoints(Duration between) {
    Checkpoints checkpoints =
        Checkpoints.of(
            file,
            "checkpoint \"c\"",
            between,
            Map.of(),
            new TrainingListener() {
              @Override
              public void onWarning(String warning) {
                told.add(warning);
              }

              @Override
              public void onCheckpoint(CheckpointReport report) {
                assertThat(report.heldUp()).isAtLeast(0.0);
                assertThat(report.written()).isAtLeast(0.0);
                told.add(report.bytes() + " bytes");
              }
            });
    checkpoints.copyTo(new StateMemory(manager.newSubManager()));
    return checkpoints;
  }

  private TrainingState state() {
    return new TrainingState(
        Map.of("batch", Integer.toString(batch)),
        TrainingHistory.none(),
        Map.of(Checkpoint.Part.WEIGHTS, Map.of("w", weight)));
  }

  private void step() {
    batch++;
    weight.addi(1);
  }

  private static void waitFor(Checkpoints checkpoints) {
    checkpoints.writeDue(() -> new TrainingState(Map.of(), TrainingHistory.none(), Map.of()));
  }

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void theTrainingGoesOnWhileACheckpointIsWrittenWithWhatItWas() {
    try (Checkpoints checkpoints = checkpoints(Duration.ofDays(1))) {
      step();
      checkpoints.batchDone(this::state);
      checkpoints.epochDone(this::state);
      file.begun.acquireUninterruptibly();
      step();
      checkpoints.batchDone(this::state);
      step();
      checkpoints.batchDone(this::state);
      assertThat(file.written).isEmpty();
      assertThat(told).isEmpty();
      file.goOn.release();
      waitFor(checkpoints);
      assertThat(file.written).containsExactly("1 with 1.0");
      assertThat(told).containsExactly("100 bytes");
    }
    assertThat(file.begun.availablePermits()).isEqualTo(0);
    assertThat(file.closed).isTrue();
    assertThat(file.deleted).isFalse();
  }

  @Test
  void oneThatIsDueWhileAnotherIsWrittenIsThatOfALaterBatch() {
    try (Checkpoints checkpoints = checkpoints(Duration.ofDays(1))) {
      step();
      checkpoints.epochDone(this::state);
      file.begun.acquireUninterruptibly();
      step();
      checkpoints.epochDone(this::state); // has to wait
      step();
      checkpoints.epochDone(this::state); // so does this one
      step();
      file.goOn.release(2);
      while (file.written.isEmpty()) {
        Thread.onSpinWait();
      }
      while (file.begun.availablePermits() == 0) {
        checkpoints.batchDone(this::state); // as soon as the first one's thread has ended
      }
    }
    assertThat(file.written).containsExactly("1 with 1.0", "4 with 4.0").inOrder();
  }

  @Test
  void aTrainingThatIsStoppedWritesWhatHadToWaitAndLeavesIt() {
    file.goOn.release(2);
    try (Checkpoints checkpoints = checkpoints(Duration.ofDays(1))) {
      step();
      checkpoints.epochDone(this::state);
      step();
      checkpoints.stopped(this::state);
      assertThat(file.written).containsExactly("1 with 1.0", "2 with 2.0").inOrder();
    }
    assertThat(told).containsExactly("100 bytes", "100 bytes");
  }

  @Test
  void whereEachBatchIsToHaveOneItIsWaitedFor() {
    file.goOn.release(3);
    try (Checkpoints checkpoints = checkpoints(Duration.ZERO)) {
      for (int i = 1; i <= 3; i++) {
        step();
        checkpoints.batchDone(this::state);
        assertThat(file.written).hasSize(i);
        assertThat(told).hasSize(i);
      }
    }
  }

  @Test
  void aFailureIsToldAtTheNextBatchAndTheNextCheckpointIsWritten() {
    file.failure = new CheckpointException("checkpoint \"c\": No space left on device.", null);
    file.goOn.release();
    try (Checkpoints checkpoints = checkpoints(Duration.ofDays(1))) {
      step();
      checkpoints.epochDone(this::state);
      waitFor(checkpoints);
      assertThat(told)
          .containsExactly(
              "checkpoint \"c\": No space left on device. The training goes on, and the checkpoint"
                  + " stays as it was.");
      file.failure = null;
      file.goOn.release();
      step();
      checkpoints.epochDone(this::state);
    }
    assertThat(file.written).containsExactly("2 with 2.0");
    assertThat(told).hasSize(2);
  }

  @Test
  void whatIsNoFailureOfTheFileEndsTheTraining() {
    file.failure = new IllegalArgumentException("a mistake of ours");
    file.goOn.release();
    try (Checkpoints checkpoints = checkpoints(Duration.ofDays(1))) {
      checkpoints.epochDone(this::state);
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> waitFor(checkpoints));
      assertThat(e).hasCauseThat().isSameInstanceAs(file.failure);
    }
    assertThat(file.closed).isTrue();
  }

  @Test
  void aCompletedTrainingDeletesItsCheckpointOnceItIsWritten() {
    try (Checkpoints checkpoints = checkpoints(Duration.ofDays(1))) {
      step();
      checkpoints.epochDone(this::state);
      file.begun.acquireUninterruptibly();
      file.goOn.release();
      checkpoints.delete();
      assertThat(file.written).hasSize(1);
      assertThat(file.deleted).isTrue();
    }
  }

  /** Whoever interrupts a training ends it, but not the writing of what is to be gone on from. */
  @Test
  void theEndIsWaitedForByAThreadThatIsInterrupted() throws InterruptedException {
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    CountDownLatch closing = new CountDownLatch(1);
    Thread training =
        new Thread(
            () -> {
              Checkpoints checkpoints = checkpoints(Duration.ofDays(1));
              step();
              checkpoints.epochDone(this::state);
              Thread.currentThread().interrupt();
              closing.countDown();
              checkpoints.close();
              stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
    training.start();
    closing.await();
    file.begun.acquireUninterruptibly();
    file.goOn.release();
    training.join();
    assertThat(file.written).containsExactly("1 with 1.0");
    assertThat(stillInterrupted.get()).isTrue();
  }
}
