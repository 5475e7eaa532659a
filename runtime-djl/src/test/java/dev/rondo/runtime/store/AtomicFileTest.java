package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  @TempDir Path folder;
  private final List<Path> existing = new ArrayList<>();

  /** Holds the lock of a file in a process of its own until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      try (RandomAccessFile file = new RandomAccessFile(args[0], "rw")) {
        System.out.println(file.getChannel().tryLock().isValid());
        Thread.currentThread().join();
      }
    }

    static Process start(Path file) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Holder.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertThat((char) process.getInputStream().read()).isEqualTo('t');
      return process;
    }
  }

  @Test
  void newFileReplacesTheOldOne() throws IOException {
    Path file = old();

    replace(file, "new");

    assertThat(Files.readString(file)).isEqualTo("new");
    assertThat(names()).containsExactly("model.rondo");
  }

  @Test
  void failureWhileWritingKeepsTheOldFileAndLeavesNothingBehind() throws IOException {
    Path file = old();
    Content failing =
        out -> {
          out.write(new byte[1 << 20]);
          throw new IOException("No space left on device");
        };

    ModelFileException e =
        assertThrows(
            ModelFileException.class, () -> AtomicFile.replace(file, failing, Place.of(file)));

    assertThat(e).hasMessageThat().contains("No space left on device");
    assertThat(Files.readString(file)).isEqualTo("old");
    assertThat(names()).containsExactly("model.rondo");
  }

  @Test
  void failureThatIsNotOfTheDiskLeavesNothingBehindEither() throws IOException {
    Path file = folder.resolve("model.rondo");
    Content failing =
        out -> {
          throw new IllegalArgumentException("a bug");
        };

    assertThrows(
        IllegalArgumentException.class, () -> AtomicFile.replace(file, failing, Place.of(file)));

    assertThat(names()).isEmpty();
  }

  @Test
  void fileSystemThatCannotMoveAtomicallyMovesAsItCan() throws IOException {
    Path file = old();
    Disk disk =
        (from, to, options) -> {
          if (List.of(options).contains((CopyOption) StandardCopyOption.ATOMIC_MOVE)) {
            throw new AtomicMoveNotSupportedException("a", "b", "other device");
          }
          Files.move(from, to, options);
        };

    AtomicFile.replace(file, out -> out.write('n'), Place.of(file), disk);

    assertThat(Files.readString(file)).isEqualTo("n");
    assertThat(names()).containsExactly("model.rondo");
  }

  @Test
  void failureToMoveKeepsTheOldFile() throws IOException {
    Path file = old();
    Disk disk =
        (from, to, options) -> {
          throw new IOException("in use");
        };

    assertThrows(
        ModelFileException.class,
        () -> AtomicFile.replace(file, out -> out.write('n'), Place.of(file), disk));

    assertThat(Files.readString(file)).isEqualTo("old");
    assertThat(names()).containsExactly("model.rondo");
  }

  @Test
  void missingFolderIsNamed() {
    Path file = folder.resolve("none/model.rondo");

    ModelFileException e = assertThrows(ModelFileException.class, () -> replace(file, "new"));

    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "model file \""
                + file
                + "\": the folder \""
                + file.getParent()
                + "\" does not exist. Create it first.");
  }

  @Test
  void folderIsNotReplacedEvenIfEmpty() {
    ModelFileException e = assertThrows(ModelFileException.class, () -> replace(folder, "new"));

    assertThat(e).hasMessageThat().contains("is a directory");
    assertThat(Files.isDirectory(folder)).isTrue();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void linkStaysALink() throws IOException {
    Path file = old();
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    replace(link, "new");

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(file)).isEqualTo("new");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void linkToAFileThatDoesNotExistYetStaysALink() throws IOException {
    Path file = folder.resolve("model.rondo");
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("model.rondo"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), second);

    replace(first, "new");

    assertThat(Files.isSymbolicLink(first)).isTrue();
    assertThat(Files.isSymbolicLink(second)).isTrue();
    assertThat(Files.readString(file)).isEqualTo("new");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void linkThatLeadsToItselfOrIntoNoFolderIsNamed() throws IOException {
    Path circle = folder.resolve("circle");
    Files.createSymbolicLink(circle, Path.of("circle"));
    Path astray = Files.createSymbolicLink(folder.resolve("astray"), Path.of("none/model.rondo"));

    assertThat(assertThrows(ModelFileException.class, () -> replace(circle, "new")))
        .hasMessageThat()
        .endsWith("is a link that leads to itself");
    assertThat(assertThrows(ModelFileException.class, () -> replace(astray, "new")))
        .hasMessageThat()
        .endsWith("the folder \"" + folder.resolve("none") + "\" does not exist. Create it first.");
    assertThat(names()).containsExactly("circle", "astray");
  }

  @Test
  void fileInPlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("old.rondo"));

    assertThat(
            assertThrows(
                ModelFileException.class, () -> replace(file.resolve("model.rondo"), "new")))
        .hasMessageThat()
        .endsWith("\"" + file + "\" is no folder. Name a file in one.");
  }

  @Test
  void everyNameThatTheFileSystemTakesCanBeSaved() throws IOException {
    for (String name :
        List.of("x".repeat(249) + ".rondo", "模".repeat(75) + ".rondo", "x".repeat(200), "a")) {
      Path file = folder.resolve(name);
      Files.delete(Files.createFile(file)); // the file system takes the name

      replace(file, "new");

      assertThat(Files.readString(file)).isEqualTo("new");
    }
  }

  @Test
  void whatAKilledSaveOfTheSameFileLeftIsRemovedAndNothingElse() throws Exception {
    Path file = folder.resolve("model.rondo");
    Path other = folder.resolve("other.rondo");
    List<Path> left = List.of(killedSave(file), killedSave(file), killedSave(other));

    replace(file, "new");

    assertThat(left.stream().map(Files::exists)).containsExactly(false, false, true).inOrder();
    assertThat(Files.readString(file)).isEqualTo("new");
    replace(other, "new");
    assertThat(names()).containsExactly("model.rondo", "other.rondo");
  }

  /** Returns what a process leaves that ends while it saves. */
  private Path killedSave(Path file) throws IOException {
    Path[] temporary = new Path[1];
    Path copy = Files.createTempFile(folder, "copy", "");
    AtomicFile.replace(
        file,
        out -> {
          out.write('n');
          try (Stream<Path> files = Files.list(folder)) {
            temporary[0] =
                files
                    .filter(path -> path.toString().endsWith(".tmp"))
                    .filter(path -> !existing.contains(path))
                    .findFirst()
                    .orElseThrow();
          }
        },
        Place.of(file));
    Files.delete(file);
    Files.move(copy, temporary[0]);
    existing.add(temporary[0]);
    return temporary[0];
  }

  @Test
  void whatAnotherSaveIsWritingStays() throws IOException {
    Path file = folder.resolve("model.rondo");

    AtomicFile.replace(
        file,
        out -> {
          out.write('1');
          replace(file, "inner");
          out.write('2');
        },
        Place.of(file));

    assertThat(Files.readString(file)).isEqualTo("12");
    assertThat(names()).containsExactly("model.rondo");
  }

  @Test
  void whatAnotherProcessIsWritingStays() throws Exception {
    Path file = folder.resolve("model.rondo");
    Path writing = killedSave(file);
    Process process = Holder.start(writing);
    try {
      replace(file, "new");
      assertThat(Files.exists(writing)).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }

    replace(file, "newer");

    assertThat(names()).containsExactly("model.rondo");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions there")
  void whatReplacesAPrivateFileIsPrivateFromTheBeginning() throws IOException {
    Path file = old();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    List<String> seen = new ArrayList<>();

    AtomicFile.replace(
        file,
        out -> {
          try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.filter(path -> !path.equals(file)).toList()) {
              seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
          }
        },
        Place.of(file));

    assertThat(seen).containsExactly("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--r-----");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions there")
  void privateFileStaysPrivateAndNewFileIsAsAnyOther() throws IOException {
    Path file = old();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Path other = folder.resolve("other.rondo");

    replace(file, "new");
    replace(other, "new");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    assertThat(Files.getPosixFilePermissions(other))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  private Path old() throws IOException {
    return Files.writeString(folder.resolve("model.rondo"), "old");
  }

  private static void replace(Path file, String text) {
    AtomicFile.replace(
        file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)), Place.of(file));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
