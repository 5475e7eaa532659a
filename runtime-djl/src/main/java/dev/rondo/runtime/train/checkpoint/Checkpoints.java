package dev.rondo.runtime.train.checkpoint;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.CheckpointException;
import dev.rondo.runtime.train.CheckpointReport;
import dev.rondo.runtime.train.TrainingFacts;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The checkpoints of one training: when they are written, and whether it may go on from one. */
public final class Checkpoints implements AutoCloseable {
  private final @Nullable CheckpointFile file;
  private final String name;
  private final long nanosBetween;
  private final Map<Checkpoint.Facts, Map<String, String>> facts;
  private final TrainingListener listener;
  private @Nullable Checkpoint restored;
  private final BackgroundWriter writer = new BackgroundWriter();
  private @Nullable StateMemory copies;
  private boolean reserved;

  /** Whether a checkpoint is to be written, and has not been copied yet. */
  private boolean due;

  /** Set by the writer before it ends; null where nothing was written, or it was told. */
  private @Nullable CheckpointReport written;

  private long lastWritten = System.nanoTime();

  private Checkpoints(
      @Nullable CheckpointFile file,
      String name,
      long nanosBetween,
      Map<Checkpoint.Facts, Map<String, String>> facts,
      TrainingListener listener) {
    this.file = file;
    this.name = name;
    this.nanosBetween = nanosBetween;
    this.facts = facts;
    this.listener = listener;
  }

  /** Returns those of a training that has none. */
  public static Checkpoints none() {
    return new Checkpoints(null, "", 0, Map.of(), new TrainingListener() {});
  }

  /**
   * Takes the file of a training, and reads the checkpoint that it holds, if any.
   *
   * @param between how long after one the next is written, within an epoch
   * @param facts of the training
   * @param listener is warned of what does not end the training
   * @throws CheckpointException if another training has the file, or it holds a checkpoint that
   *     cannot be read, or of a training with other facts than these, those of the machine excepted
   */
  public static Checkpoints open(
      Path path,
      Duration between,
      Map<Checkpoint.Facts, Map<String, String>> facts,
      TrainingListener listener) {
    return of(
        CheckpointFormat.installed().lock(path),
        "checkpoint \"" + path + "\"",
        between,
        facts,
        listener);
  }

  /** Keeps them in a file, which becomes theirs, as {@link #open} does. */
  public static Checkpoints of(
      CheckpointFile file,
      String name,
      Duration between,
      Map<Checkpoint.Facts, Map<String, String>> facts,
      TrainingListener listener) {
    Checkpoints checkpoints = new Checkpoints(file, name, nanos(between), facts, listener);
    boolean opened = false;
    try {
      checkpoints.read();
      opened = true;
      return checkpoints;
    } finally {
      if (!opened) {
        checkpoints.close();
      }
    }
  }

  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE; // 292 years: never
    }
  }

  private void read() {
    if (file == null) {
      return;
    }
    Optional<Checkpoint> read = file.read();
    if (read.isPresent()) {
      CheckpointCheck check = new CheckpointCheck(name, facts);
      check.requireSame(read.get());
      check.warnOfMachine(read.get(), listener);
      restored = read.get();
    }
  }

  /** Returns what the training goes on from; empty if it starts anew. */
  public Optional<Checkpoint> restored() {
    return Optional.ofNullable(restored);
  }

  /**
   * Returns the weights to go on from; empty if the training starts anew.
   *
   * @param shapes of the network's weights
   * @throws CheckpointException if the checkpoint has others
   */
  public Optional<Weights> weights(Map<String, long[]> shapes) {
    return restored().map(checkpoint -> weights(checkpoint, shapes));
  }

  private Weights weights(Checkpoint checkpoint, Map<String, long[]> shapes) {
    Map<String, StateArray> arrays = checkpoint.arrays(Checkpoint.Part.WEIGHTS);
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    shapes.forEach(
        (weight, shape) -> {
          StateArray array = arrays.get(weight);
          if (array == null || !Arrays.equals(array.shape(), shape)) {
            throw contradicting("weight \"" + weight + "\" is missing or of another shape", null);
          }
          tensors.put(weight, new Weights.Tensor(shape, array.values()));
        });
    return new Weights(tensors);
  }

  private CheckpointException contradicting(String what, @Nullable Throwable cause) {
    return new CheckpointException(
        "%s is whole, but what it says does not fit together: %s. Delete the file to start anew."
            .formatted(name, what),
        cause);
  }

  /** Does what takes the checkpoint apart. */
  public void restoring(Runnable work) {
    try {
      work.run();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw contradicting(String.valueOf(e.getMessage()), e);
    }
    restored = null; // as large as the whole state
  }

  /**
   * Takes the memory that checkpoints are copied to.
   *
   * @param memory becomes these checkpoints'
   */
  public void copyTo(StateMemory memory) {
    copies = memory;
  }

  /**
   * Writes a checkpoint if the last one is old enough, or one that had to wait.
   *
   * @param now gives the state of the training
   */
  public void batchDone(Supplier<TrainingState> now) {
    if (file != null) {
      reserve(now);
      tell();
      due |= System.nanoTime() - lastWritten >= nanosBetween;
      writeIfDue(now);
    }
  }

  /** Writes a checkpoint; one that has to wait is that of a later batch. */
  public void epochDone(Supplier<TrainingState> now) {
    if (file != null) {
      tell();
      due = true;
      writeIfDue(now);
    }
  }

  /** Writes the last checkpoint of a training that is to be gone on with, and waits for it. */
  public void stopped(Supplier<TrainingState> now) {
    due = true;
    writeDue(now);
  }

  /** Writes the checkpoint that had to wait, if one had, and waits for what is written. */
  public void writeDue(Supplier<TrainingState> now) {
    if (file != null) {
      if (due) {
        write(file, now);
      }
      writer.await();
      tell();
    }
  }

  /**
   * While one is written, the next has to wait: the training goes on, and what is written then is
   * later. Only where each batch is to have one, the training waits for it.
   */
  private void writeIfDue(Supplier<TrainingState> now) {
    if (nanosBetween == 0) {
      writeDue(now);
    } else if (file != null && due && !writer.busy()) {
      write(file, now);
    }
  }

  private void write(CheckpointFile target, Supplier<TrainingState> now) {
    writer.await(); // nothing to wait for but at the end; what it reads is copied over
    tell();
    long begin = System.nanoTime();
    TrainingState state = now.get();
    Map<Checkpoint.Facts, Map<String, String>> all = new LinkedHashMap<>(facts);
    all.put(Checkpoint.Facts.POSITION, state.position());
    Checkpoint checkpoint = new Checkpoint(all, state.history(), memory().copy(state.arrays()));
    long held = System.nanoTime() - begin;
    writer.start(() -> written = report(target, checkpoint, held));
    due = false;
    lastWritten = System.nanoTime();
  }

  private static CheckpointReport report(
      CheckpointFile target, Checkpoint checkpoint, long nanosHeld) {
    long begin = System.nanoTime();
    long bytes = target.write(checkpoint);
    return new CheckpointReport(bytes, nanosHeld / 1e9, (System.nanoTime() - begin) / 1e9);
  }

  /** Takes memory before the first checkpoint is due, after a step: then all arrays are there. */
  private void reserve(Supplier<TrainingState> now) {
    if (!reserved) {
      Map<Checkpoint.Part, Map<String, NDArray>> arrays = now.get().arrays();
      arrays.forEach(memory()::reserve);
      if (TrainingFacts.validates(facts.getOrDefault(Checkpoint.Facts.DATA, Map.of()))) {
        // the best weights come with the first evaluation
        memory()
            .reserve(Checkpoint.Part.BEST, arrays.getOrDefault(Checkpoint.Part.WEIGHTS, Map.of()));
      }
      reserved = true;
    }
  }

  private StateMemory memory() {
    return Objects.requireNonNull(copies, "copyTo comes first");
  }

  /**
   * Tells what became of the last checkpoint. A training does not end because one could not be
   * written: it warns, and the former checkpoint stays.
   */
  private void tell() {
    if (writer.busy()) {
      return;
    }
    Throwable failure = writer.takeFailure();
    CheckpointReport report = written;
    written = null;
    if (failure instanceof CheckpointException) {
      listener.onWarning(
          failure.getMessage() + " The training goes on, and the checkpoint stays as it was.");
    } else if (failure != null) {
      throw new IllegalStateException(
          name + " cannot be written, and not because of the file: please report this", failure);
    } else if (report != null) {
      listener.onCheckpoint(report);
    }
  }

  /** Deletes the checkpoint: the training is complete. */
  public void delete() {
    if (file == null) {
      return;
    }
    writer.await();
    tell();
    try {
      file.delete();
    } catch (CheckpointException e) {
      listener.onWarning(String.valueOf(e.getMessage()));
    }
  }

  /** Waits for what is written; then frees the memory, and lets others have the file. */
  @Override
  public void close() {
    writer.await();
    try {
      tell();
    } finally {
      if (copies != null) {
        copies.close();
        copies = null;
      }
      if (file != null) {
        file.close();
      }
    }
  }
}
