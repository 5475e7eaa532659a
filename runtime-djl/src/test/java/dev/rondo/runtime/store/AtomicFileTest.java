package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  @TempDir Path folder;

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
    AtomicFile.Mover mover =
        (from, to, options) -> {
          if (List.of(options).contains((CopyOption) StandardCopyOption.ATOMIC_MOVE)) {
            throw new AtomicMoveNotSupportedException("a", "b", "other device");
          }
          Files.move(from, to, options);
        };

    AtomicFile.replace(file, out -> out.write('n'), Place.of(file), mover);

    assertThat(Files.readString(file)).isEqualTo("n");
    assertThat(names()).containsExactly("model.rondo");
  }

  @Test
  void failureToMoveKeepsTheOldFile() throws IOException {
    Path file = old();
    AtomicFile.Mover mover =
        (from, to, options) -> {
          throw new IOException("in use");
        };

    assertThrows(
        ModelFileException.class,
        () -> AtomicFile.replace(file, out -> out.write('n'), Place.of(file), mover));

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
