package dev.rondo.runtime.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A file stands for a folder that cannot be written to: that it is not even for root. */
class NativeCacheTest {
  private static final String FOLDER = "pytorch/2.7.1-20250812-cpu-linux-x86_64";

  @TempDir private Path root;
  private Path home;
  private Path temporary;
  private Path notWritable;
  private NativeFiles files;

  @BeforeEach
  void makeFolders() throws IOException {
    home = Files.createDirectory(root.resolve("home"));
    temporary = Files.createDirectory(root.resolve("tmp"));
    notWritable = Files.createFile(root.resolve("file")).resolve("folder");
    files = NativeJars.fitting(root).natives("cpu", "linux-x86_64").find().orElseThrow();
  }

  @Test
  void librariesAreUnpackedOnceToTheUsersHome() throws IOException {
    Path unpacked = home.resolve(".djl.ai").resolve(FOLDER);
    provide(Map.of());
    assertThat(content(unpacked.resolve(NativeJars.LIBRARY))).isEqualTo("torch");
    assertThat(names(unpacked)).isEqualTo(files.libraries().keySet());
    assertThat(names(unpacked.resolveSibling("."))).containsExactly(files.folder());
    // a library of the same size is not written again
    Files.writeString(unpacked.resolve(NativeJars.LIBRARY), "TORCH");
    provide(Map.of());
    assertThat(content(unpacked.resolve(NativeJars.LIBRARY))).isEqualTo("TORCH");
  }

  @Test
  void whatIsMissingOrCutIsWrittenAgain() throws IOException {
    Path unpacked = home.resolve(".djl.ai").resolve(FOLDER);
    provide(Map.of());
    Files.writeString(unpacked.resolve(NativeJars.LIBRARY), "tor");
    Files.delete(unpacked.resolve("libc10.so"));
    Files.writeString(unpacked.resolve("0.9.9-libdjl_torch.so"), "of another DJL");
    provide(Map.of());
    assertThat(content(unpacked.resolve(NativeJars.LIBRARY))).isEqualTo("torch");
    assertThat(content(unpacked.resolve("libc10.so"))).isEqualTo("c10");
    assertThat(content(unpacked.resolve("0.9.9-libdjl_torch.so"))).isEqualTo("of another DJL");
    assertThat(names(unpacked.resolveSibling("."))).containsExactly(files.folder());
  }

  @Test
  void settingsNameAnotherFolder() throws IOException {
    Path named = root.resolve("a/b");
    provide(Map.of("DJL_CACHE_DIR", named.toString()));
    assertThat(content(named.resolve(FOLDER).resolve(NativeJars.LIBRARY))).isEqualTo("torch");
    Path engines = root.resolve("c");
    assertThat(
            cache(Map.of("DJL_CACHE_DIR", named.toString(), "ENGINE_CACHE_DIR", engines.toString()))
                .folder())
        .isEqualTo(engines);
    assertThat(names(home)).isEmpty();
  }

  @Test
  void aNameThatIsNoPathIsOneMessage() {
    String message = refused(() -> cache(Map.of("DJL_CACHE_DIR", "/opt/\0")));
    assertThat(message).contains("/opt/\0 is to be the folder of its native libraries");
    assertThat(message).contains("LC_ALL=C.UTF-8");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
  void anotherUserMayReadWhatIsUnpacked() throws IOException {
    Path named = root.resolve("a/b");
    provide(Map.of("DJL_CACHE_DIR", named.toString()));
    Path unpacked = named.resolve(FOLDER);
    for (String folder : List.of("a", "a/b", "a/b/pytorch", "a/b/" + FOLDER)) {
      assertThat(permissions(root.resolve(folder))).isEqualTo("rwxr-xr-x");
    }
    for (String library : files.libraries().keySet()) {
      assertThat(permissions(unpacked.resolve(library))).isEqualTo("rw-r--r--");
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
  void withoutAHomeThePrivateFolderIsTaken() throws IOException {
    home = notWritable;
    NativeCache cache = cache(Map.of());
    assertThat(cache.folder().getParent()).isEqualTo(temporary);
    assertThat(permissions(cache.folder())).isEqualTo("rwx------");
    cache.provide();
    assertThat(content(cache.folder().resolve(FOLDER).resolve(NativeJars.LIBRARY)))
        .isEqualTo("torch");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
  void noOtherFolderOfThatNameIsTaken() throws IOException {
    home = notWritable;
    Path planted = cache(Map.of()).folder();
    Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxr-xr-x"));
    String message = refused(() -> cache(Map.of()));
    assertThat(message).contains(planted + ": it is no folder of this user");
    assertTellsWhatHelps(message);
  }

  @Test
  void nowhereToWriteIsOneMessage() throws IOException {
    home = notWritable;
    temporary = notWritable;
    String message = refused(() -> cache(Map.of()));
    assertThat(message).contains(home.resolve(".djl.ai") + " cannot be written");
    assertTellsWhatHelps(message);
  }

  @Test
  void aNamedFolderThatCannotBeWrittenIsOneMessage() {
    NativeCache cache = cache(Map.of("DJL_CACHE_DIR", notWritable.toString()));
    String message = refused(cache::provide);
    assertThat(message).contains("cannot be used from " + notWritable.resolve(FOLDER));
    assertTellsWhatHelps(message);
  }

  @Test
  void tooLittleSpaceIsToldBeforeItIsFilled() throws IOException {
    NativeFiles.Library large =
        new NativeFiles.Library(root.toUri().toURL(), 1_000_000_000_000_000_000L);
    files = new NativeFiles(files.folder(), Map.of(NativeJars.LIBRARY, large));
    NativeCache cache = cache(Map.of());
    String message = refused(cache::provide);
    assertThat(message).containsMatch("it has \\d+ MB free\\. They need a folder with 10{12} MB");
    assertThat(names(home.resolve(".djl.ai/pytorch"))).isEmpty();
  }

  @Test
  void whatOthersPlantedIsRefused() throws IOException {
    assertThat(Files.isDirectory(Files.createDirectories(home.resolve(".djl.ai")))).isTrue();
    Path shared = Files.createDirectory(root.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path planted = Files.createDirectories(shared.resolve("djl").resolve(FOLDER));
    Files.writeString(planted.resolve(NativeJars.LIBRARY), "EVIL!");
    NativeCache cache =
        NativeCache.choose(
            name -> Optional.of(shared.resolve("djl").toString()),
            home,
            temporary,
            Optional.of(files),
            new FolderGuard(path -> !path.startsWith(shared)));
    String message = refused(cache::provide);
    assertThat(message).contains(shared.resolve("djl") + ": it belongs to ");
    assertTellsWhatHelps(message);
  }

  private static void assertTellsWhatHelps(String message) {
    assertThat(message)
        .startsWith("PyTorch cannot be started: its native libraries cannot be used");
    assertThat(message).contains("need a folder with 1 MB that this user may write to");
    assertThat(message).endsWith("system property DJL_CACHE_DIR.");
  }

  private static String refused(Executable start) {
    return String.valueOf(assertThrows(EngineStartException.class, start).getMessage());
  }

  private void provide(Map<String, String> settings) {
    cache(settings).provide();
  }

  private NativeCache cache(Map<String, String> settings) {
    return NativeCache.choose(
        name -> Optional.ofNullable(settings.get(name)),
        home,
        temporary,
        Optional.of(files),
        FolderGuard.ofProcess());
  }

  private static String content(Path file) throws IOException {
    return Files.readString(file);
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return Set.copyOf(all.map(path -> path.getFileName().toString()).toList());
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
