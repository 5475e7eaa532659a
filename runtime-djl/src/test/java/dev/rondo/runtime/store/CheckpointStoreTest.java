package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.train.CheckpointException;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.Checkpoint.Facts;
import dev.rondo.runtime.train.checkpoint.Checkpoint.Part;
import dev.rondo.runtime.train.checkpoint.CheckpointFile;
import dev.rondo.runtime.train.checkpoint.StateArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a checkpoint: whole or not at all, and believed only if it is what was written. */
class CheckpointStoreTest {
  @TempDir private Path folder;

  private Path path() {
    return folder.resolve("checkpoint");
  }

  private static Checkpoint checkpoint(String seed, float first) {
    return new Checkpoint(
        Map.of(
            Facts.MODEL, Map.of("the model", "Tone"),
            Facts.SETTINGS, Map.of("seed", seed, "learningRate", "0.1"),
            Facts.POSITION, Map.of("epoch", "2")),
        new TrainingHistory(
            List.of(new EpochReport(1, 0.1, 0.7, 0.8, Quality.accuracy(0.5), 40, 1.5)), 1),
        Map.of(
            Part.WEIGHTS,
                Map.of("w", array(new long[] {2, 2}, first, Float.NaN, -0f, Float.MIN_VALUE)),
            Part.OPTIMIZER, Map.of("w.step", array(new long[] {}, 3))));
  }

  private static StateArray array(long[] shape, float... values) {
    return new StateArray(shape, () -> values);
  }

  private static List<String> told(Checkpoint checkpoint) {
    List<String> told = new ArrayList<>();
    told.add(checkpoint.facts().toString());
    told.add(checkpoint.history().toString());
    checkpoint
        .arrays()
        .forEach(
            (part, arrays) ->
                arrays.forEach(
                    (name, array) -> {
                      int[] bits = new int[array.values().length];
                      for (int i = 0; i < bits.length; i++) {
                        bits[i] = Float.floatToRawIntBits(array.values()[i]);
                      }
                      told.add(
                          part + name + Arrays.toString(array.shape()) + Arrays.toString(bits));
                    }));
    return told;
  }

  private Checkpoint read() {
    try (CheckpointFile file = new CheckpointStore().lock(path())) {
      return file.read().orElseThrow();
    }
  }

  private void write(Checkpoint checkpoint) {
    try (CheckpointFile file = new CheckpointStore().lock(path())) {
      file.write(checkpoint);
    }
  }

  @Test
  void whatWasWrittenIsReadBitByBit() {
    try (CheckpointFile file = new CheckpointStore().lock(path())) {
      assertThat(file.read()).isEmpty();
    }
    write(checkpoint("1", 0.1f));
    assertThat(told(read())).isEqualTo(told(checkpoint("1", 0.1f)));
    write(checkpoint("2", 0.2f));
    assertThat(told(read())).isEqualTo(told(checkpoint("2", 0.2f)));
    assertThat(folder.toFile().list()).asList().containsExactly("checkpoint");
  }

  /** Where a fault comes in the order of what is done. */
  private enum Fault {
    BEFORE_WRITE,
    WHILE_WRITING,
    BEFORE_RENAME,
    AFTER_RENAME
  }

  @Test
  void aFaultAnywhereLeavesAWholeCheckpoint() {
    for (Fault fault : Fault.values()) {
      write(checkpoint("1", 0.1f));
      Disk disk =
          (from, to, options) -> {
            if (fault == Fault.BEFORE_RENAME) {
              throw new IOException("the disk is gone");
            }
            Files.move(from, to, options);
            if (fault == Fault.AFTER_RENAME) {
              throw new IOException("the disk is gone");
            }
          };
      int[] asked = {0};
      Checkpoint next = checkpoint("2", 0.2f);
      // the values are asked for once to measure them, and again when they are written
      int fails = fault == Fault.BEFORE_WRITE ? 1 : fault == Fault.WHILE_WRITING ? 2 : 0;
      StateArray failing =
          new StateArray(
              new long[] {1},
              () -> {
                asked[0]++;
                if (asked[0] == fails) {
                  throw new UncheckedFault();
                }
                return new float[] {5};
              });
      Checkpoint faulty =
          new Checkpoint(
              next.facts(),
              next.history(),
              Map.of(
                  Part.WEIGHTS, next.arrays().getOrDefault(Part.WEIGHTS, Map.of()),
                  Part.BEST, Map.of("w", failing)));
      try (CheckpointFile file = new CheckpointStore(disk).lock(path())) {
        assertThrows(RuntimeException.class, () -> file.write(faulty));
      }
      List<String> expected =
          fault == Fault.AFTER_RENAME
              ? List.of(told(faulty).get(0))
              : List.of(told(checkpoint("1", 0.1f)).get(0));
      assertWithMessage(fault.name()).that(told(read()).subList(0, 1)).isEqualTo(expected);
      assertWithMessage(fault.name())
          .that(folder.toFile().list())
          .asList()
          .containsExactly("checkpoint");
    }
  }

  private static final class UncheckedFault extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void aFileThatIsCutOffIsRefusedWhereverItEnds() throws IOException {
    write(checkpoint("1", 0.1f));
    byte[] whole = Files.readAllBytes(path());
    for (int length = 0; length < whole.length; length += 3) {
      Files.write(path(), Arrays.copyOf(whole, length));
      assertRefused("cut to " + length);
    }
  }

  /** Times and the like in the zip say nothing; whatever else is changed is noticed. */
  @Test
  void aFileWithOneBitChangedIsRefusedOrReadAsItWas() throws IOException {
    write(checkpoint("1", 0.1f));
    List<String> expected = told(read());
    byte[] whole = Files.readAllBytes(path());
    int refused = 0;
    int tried = 0;
    for (int at = 0; at < whole.length; at += 3) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      Files.write(path(), changed);
      tried++;
      try {
        assertWithMessage("byte " + at).that(told(read())).isEqualTo(expected);
      } catch (CheckpointException e) {
        assertThat(e).hasMessageThat().startsWith("checkpoint \"" + path() + "\"");
        refused++;
      }
    }
    assertThat((double) refused / tried).isGreaterThan(0.8);
  }

  private String assertRefused(String what) {
    CheckpointException e = null;
    try {
      read();
    } catch (CheckpointException refusal) {
      e = refusal;
    }
    assertWithMessage(what).that(e).isNotNull();
    String message = e == null ? "" : String.valueOf(e.getMessage());
    assertThat(message).startsWith("checkpoint \"" + path() + "\"");
    assertThat(message).endsWith(". Name another file, or delete this one to start anew.");
    return message;
  }

  @Test
  void aModelFileIsNoCheckpoint() throws IOException {
    writeZip("model.json", "{}");
    assertThat(assertRefused("model"))
        .contains("is a zip, but no checkpoint: it has no \"checkpoint.json\"");
  }

  @Test
  void anotherFormatIsNamedWithWhatToDo() throws IOException {
    writeZip("checkpoint.json", "{\"format\": \"2.0\"}");
    assertThat(assertRefused("format"))
        .contains(
            "has format \"2.0\", and this Rondo goes on from 1.1: end the training with the Rondo"
                + " that began it");
  }

  /** With the digests that they ought to have: nothing but what they say is wrong. */
  @Test
  void whatAHostileFileClaimsIsNotBelieved() throws IOException {
    write(checkpoint("1", 0.1f));
    assertRefusedWith("\"w\":[2,2]", "\"w\":[2,3]", "shape");
    assertRefusedWith("\"w\":[2,2]", "\"w\":[4611686018427387904,8]", "w");
    assertRefusedWith("\"w\":[2,2]", "\"w\":[-1,2]", "w");
    assertRefusedWith("\"w\":[2,2]", "\"x\":[2,2]", "\"w\"");
    assertRefusedWith("\"streams\": {}", "\"streams\": {\"w\":[2,2]}", "has no weight \"w\"");
    assertRefusedWith("\"position\": {", "\"position\": {\"a\": {}, ", "checkpoint.json");
  }

  private void assertRefusedWith(String old, String changed, String message) throws IOException {
    byte[] whole = Files.readAllBytes(path());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(path().toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("checkpoint.json")) {
          String json = new String(content, StandardCharsets.UTF_8);
          assertThat(json).contains(old);
          json =
              json.replace(old, changed)
                  .replaceFirst("(\"sha256\": \")[0-9a-f]{64}", "$1" + ManifestDigest.OPEN);
          content = ManifestDigest.sealed(json.getBytes(StandardCharsets.UTF_8));
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(content.length);
        copy.setCrc(crc.getValue());
        out.putNextEntry(copy);
        out.write(content);
        out.closeEntry();
      }
    }
    Files.write(path(), bytes.toByteArray());
    assertThat(assertRefused(changed)).contains(message);
    Files.write(path(), whole);
  }

  private void writeZip(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    Files.write(path(), bytes.toByteArray());
  }

  @Test
  void aFileIsOneTrainingsByWhateverPath() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    try (CheckpointFile file = new CheckpointStore().lock(path())) {
      file.write(checkpoint("1", 0.1f));
      assertThrows(
          CheckpointException.class, () -> new CheckpointStore().lock(link.resolve("checkpoint")));
    }
    new CheckpointStore().lock(link.resolve("checkpoint")).close();
  }
}
