package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.train.CheckpointException;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.CheckpointFile;
import dev.rondo.runtime.train.checkpoint.StateArray;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that fails, or a process that ends, before and after each single write, sync and rename.
 * Whatever comes when, the file is, byte for byte, the old one or the new one.
 */
class DiskFaultsTest {
  @TempDir private Path folder;

  /** A disk on which something happens at one of the moments before and after each operation. */
  private static final class FaultyDisk implements Disk {
    private final int moment;
    private final Event event;
    private final List<String> moments = new ArrayList<>();

    /** What happens. */
    private interface Event {
      void happen() throws IOException;
    }

    FaultyDisk(int moment, Event event) {
      this.moment = moment;
      this.event = event;
    }

    private void at(String what) throws IOException {
      moments.add(what);
      if (moments.size() - 1 == moment) {
        event.happen();
      }
    }

    @Override
    public OutputStream stream(RandomAccessFile file) throws IOException {
      return new FilterOutputStream(new FileOutputStream(file.getFD())) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          at("before a write");
          out.write(bytes, offset, length / 2);
          at("within a write");
          out.write(bytes, offset + length / 2, length - length / 2);
          at("after a write");
        }
      };
    }

    @Override
    public void sync(RandomAccessFile file) throws IOException {
      at("before the sync");
      Disk.REAL.sync(file);
      at("after the sync");
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
      at("before the rename");
      Files.move(from, to, options);
      at("after the rename");
    }
  }

  private Path file() {
    return folder.resolve("checkpoint");
  }

  private static Checkpoint checkpoint(int number) {
    float[] values = new float[100_000]; // a few writes
    Arrays.fill(values, number);
    return new Checkpoint(
        Map.of(Checkpoint.Facts.POSITION, Map.of("epoch", Integer.toString(number))),
        TrainingHistory.none(),
        Map.of(
            Checkpoint.Part.WEIGHTS,
            Map.of("w", new StateArray(new long[] {values.length}, () -> values))));
  }

  private void write(int number, Disk disk) {
    try (CheckpointFile file = new CheckpointStore(disk).lock(file())) {
      file.write(checkpoint(number));
    }
  }

  private byte[] bytes(int number) throws IOException {
    write(number, Disk.REAL);
    return Files.readAllBytes(file());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> moments() {
    FaultyDisk quiet = new FaultyDisk(-1, () -> {});
    write(1, quiet);
    assertThat(quiet.moments.stream().filter("within a write"::equals).count()).isAtLeast(5);
    assertThat(quiet.moments)
        .containsAtLeast(
            "after a write",
            "before the sync",
            "after the sync",
            "before the rename",
            "after the rename")
        .inOrder();
    return quiet.moments;
  }

  @Test
  void aDiskThatFailsAtAnyMomentLeavesTheOldOrTheNewFileAndNothingElse() throws IOException {
    byte[] next = bytes(2);
    byte[] old = bytes(1);
    List<String> moments = moments();
    for (int moment = 0; moment < moments.size(); moment++) {
      String when = moment + ": " + moments.get(moment);
      write(1, Disk.REAL);
      Disk disk =
          new FaultyDisk(
              moment,
              () -> {
                throw new IOException("No space left on device");
              });

      CheckpointException e = assertThrows(CheckpointException.class, () -> write(2, disk));

      assertWithMessage(when).that(e).hasMessageThat().contains("No space left on device");
      boolean renamed = moments.get(moment).equals("after the rename");
      assertWithMessage(when).that(Files.readAllBytes(file())).isEqualTo(renamed ? next : old);
      assertWithMessage(when).that(names(folder)).containsExactly("checkpoint");
    }
  }

  /** What a process leaves that ends is what the disk holds at that moment: nobody cleans up. */
  @Test
  void aProcessThatEndsAtAnyMomentLeavesTheOldOrTheNewFile(@TempDir Path left) throws IOException {
    byte[] next = bytes(2);
    byte[] old = bytes(1);
    List<String> moments = moments();
    for (int moment = 0; moment < moments.size(); moment++) {
      String when = moment + ": " + moments.get(moment);
      write(1, Disk.REAL);
      Path copy = Files.createDirectory(left.resolve(Integer.toString(moment)));
      write(2, new FaultyDisk(moment, () -> copy(folder, copy)));

      boolean renamed = moments.get(moment).equals("after the rename");
      Path file = copy.resolve("checkpoint");
      assertWithMessage(when).that(Files.readAllBytes(file)).isEqualTo(renamed ? next : old);
      try (CheckpointFile taken = new CheckpointStore().lock(file)) {
        assertWithMessage(when)
            .that(taken.read().orElseThrow().facts().get(Checkpoint.Facts.POSITION))
            .containsExactly("epoch", renamed ? "2" : "1");
        taken.write(checkpoint(2));
      }
      // what was left goes when the training goes on
      assertWithMessage(when).that(names(copy)).containsExactly("checkpoint");
      assertWithMessage(when).that(Files.readAllBytes(file)).isEqualTo(next);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String name : names(from)) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }

  /** The file of a model is replaced by the same hands. */
  @Test
  void aModelFileIsTheOldOrTheNewOneToo() throws IOException {
    Path model = folder.resolve("model.rondo");
    Content content =
        out -> {
          for (int i = 0; i < 10; i++) {
            out.write(new byte[50_000]);
          }
        };
    FaultyDisk quiet = new FaultyDisk(-1, () -> {});
    AtomicFile.replace(model, content, Place.of(model), quiet);
    for (int moment = 0; moment < quiet.moments.size(); moment++) {
      Files.writeString(model, "old");
      Disk disk =
          new FaultyDisk(
              moment,
              () -> {
                throw new IOException("Input/output error");
              });
      assertThrows(
          ModelFileException.class,
          () -> AtomicFile.replace(model, content, Place.of(model), disk));
      boolean renamed = quiet.moments.get(moment).equals("after the rename");
      assertWithMessage("%s: %s", moment, quiet.moments.get(moment))
          .that(Files.size(model))
          .isEqualTo(renamed ? 500_000 : 3);
      assertThat(names(folder)).containsExactly("model.rondo");
    }
  }
}
