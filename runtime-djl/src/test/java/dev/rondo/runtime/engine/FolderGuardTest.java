package dev.rondo.runtime.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A guard that does not trust the files below a folder sees them as those of another user. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
class FolderGuardTest {
  private final FolderGuard asOurselves = FolderGuard.ofProcess();
  private final Path shared;
  private final Path own;
  private final FolderGuard asAnother;

  FolderGuardTest(@TempDir Path root) throws IOException {
    shared = withPermissions(Files.createDirectory(root.resolve("shared")), "rwxrwxrwx");
    own = withPermissions(Files.createDirectory(root.resolve("own")), "rwxr-xr-x");
    asAnother = new FolderGuard(path -> path.equals(root) || !path.startsWith(root));
  }

  @Test
  void whatOthersPutWhereEverybodyWritesIsRefused() throws IOException {
    Path planted = Files.createDirectories(shared.resolve(".djl.ai/pytorch"));
    FileSystemException e = refused(asAnother, planted);
    assertThat(e.getFile()).isEqualTo(shared.resolve(".djl.ai").toString());
    assertThat(e.getReason()).startsWith("it belongs to ");
    asOurselves.check(planted);
  }

  @Test
  void whoeverNamesAFolderTrustsItsOwner() throws IOException {
    Path folder = Files.createDirectories(own.resolve("djl/pytorch"));
    Files.createFile(folder.resolve("libtorch.so"));
    asAnother.check(folder);
  }

  @Test
  void whatIsNotThereYetIsNobodys() throws IOException {
    asAnother.check(shared.resolve("djl/pytorch"));
    asAnother.check(own.resolve("djl/pytorch"));
  }

  @Test
  void linksAreAsGoodAsTheFolderThatTheyLieIn() throws IOException {
    Path target = Files.createDirectories(own.resolve("djl"));
    Path planted = Files.createSymbolicLink(shared.resolve("djl"), target);
    assertThat(refused(asAnother, planted).getFile()).isEqualTo(planted.toString());
    assertThat(refused(asAnother, planted.resolve("pytorch")).getFile())
        .isEqualTo(planted.toString());
    Path overTwo = Files.createSymbolicLink(own.resolve("link"), planted);
    assertThat(refused(asAnother, overTwo).getFile()).isEqualTo(planted.toString());
    asOurselves.check(overTwo);
  }

  @Test
  void linksInACircleEnd() throws IOException {
    Path first = own.resolve("first");
    Path second = Files.createSymbolicLink(own.resolve("second"), first);
    Files.createSymbolicLink(first, second);
    assertThat(refused(asOurselves, first).getReason()).contains("circle");
  }

  @Test
  void librariesThatEverybodyCanChangeAreRefused() throws IOException {
    Path library = withPermissions(Files.createFile(own.resolve("libtorch.so")), "rw-rw-rw-");
    assertThat(refused(asOurselves, own).getFile()).isEqualTo(library.toString());
  }

  @Test
  void otherFilesBesideTheLibrariesAreCheckedToo() throws IOException {
    Path open = withPermissions(Files.createDirectory(own.resolve("pytorch")), "rwxrwxrwx");
    Files.createFile(open.resolve("libtorch.so"));
    Path planted = Files.createFile(open.resolve("libevil.so"));
    FileSystemException e = refused(asAnother, open);
    assertThat(e.getFile())
        .isIn(Set.of(planted.toString(), open.resolve("libtorch.so").toString()));
  }

  @Test
  void aPrivateFolderIsOursAlone() throws IOException {
    Path folder = shared.resolve("private");
    asOurselves.makePrivate(folder);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    asOurselves.makePrivate(folder); // of an earlier process
    notPrivate(asAnother, folder);
  }

  @Test
  void noFolderThatOthersMayEnterIsPrivate() throws IOException {
    for (String permissions : new String[] {"rwxr-xr-x", "rwx--x---", "rwx----w-"}) {
      Path folder = Files.createDirectory(shared.resolve(permissions));
      notPrivate(asOurselves, withPermissions(folder, permissions));
    }
    Path target = withPermissions(Files.createDirectory(own.resolve("target")), "rwx------");
    notPrivate(asOurselves, Files.createSymbolicLink(shared.resolve("link"), target));
    notPrivate(asOurselves, Files.createFile(shared.resolve("file")));
  }

  private static void notPrivate(FolderGuard guard, Path folder) {
    FileSystemException e =
        assertThrows(FileSystemException.class, () -> guard.makePrivate(folder));
    assertThat(e.getReason()).contains("no folder of this user that nobody else may enter");
  }

  private static FileSystemException refused(FolderGuard guard, Path folder) {
    return assertThrows(FileSystemException.class, () -> guard.check(folder));
  }

  private static Path withPermissions(Path path, String permissions) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
