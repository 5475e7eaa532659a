package dev.rondo.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that PyTorch's native libraries are unpacked to, once for all processes that use it.
 *
 * <p>It is the one that {@code ENGINE_CACHE_DIR} or {@code DJL_CACHE_DIR} names; without these
 * {@code .djl.ai} in the user's home, as for DJL itself; and where that cannot be written, a folder
 * in the temporary folder that nobody else may enter. DJL would take one there whoever made it.
 */
final class NativeCache {
  private static final List<String> SETTINGS = List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR");

  private final Path folder;
  private final Optional<NativeFiles> files;
  private final FolderGuard guard;

  private NativeCache(Path folder, Optional<NativeFiles> files, FolderGuard guard) {
    this.folder = folder.toAbsolutePath();
    this.files = files;
    this.guard = guard;
  }

  /**
   * Chooses the folder.
   *
   * @param home of the user
   * @param temporary the folder for temporary files
   * @param files what has to be there; empty if DJL decides about that
   * @throws EngineStartException if there is no such folder
   */
  static NativeCache choose(
      Settings settings,
      Path home,
      Path temporary,
      Optional<NativeFiles> files,
      FolderGuard guard) {
    Optional<String> named =
        SETTINGS.stream().flatMap(name -> settings.get(name).stream()).findFirst();
    if (named.isPresent()) {
      return new NativeCache(named(named.get()), files, guard);
    }
    NativeCache usual = new NativeCache(home.resolve(".djl.ai"), files, guard);
    if (Files.isWritable(Files.exists(usual.folder) ? usual.folder : home) || usual.complete()) {
      return usual;
    }
    // a user without a name is called "?"
    String user = System.getProperty("user.name", "").replaceAll("[^\\w.-]", "_");
    NativeCache hidden = new NativeCache(temporary.resolve(".djl.ai-" + user), files, guard);
    try {
      guard.makePrivate(hidden.folder);
    } catch (IOException e) {
      throw new EngineStartException(
          hidden.refused("%s, and %s cannot be written".formatted(reason(e), usual.folder)), e);
    }
    return hidden;
  }

  private static Path named(String folder) {
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new EngineStartException(
          ("%s is to be the folder of its native libraries, but is no path here: %s. Letters beyond"
                  + " ASCII need a locale that has them, such as LC_ALL=C.UTF-8.")
              .formatted(folder, e.getReason()),
          e);
    }
  }

  /** Returns the folder; what is PyTorch's lies in a folder in it. */
  Path folder() {
    return folder;
  }

  /** Returns a library that has to be there; empty if no such is known. */
  Optional<Path> library(String name) {
    return files
        .filter(known -> known.libraries().containsKey(name))
        .map(known -> target().resolve(name));
  }

  /**
   * Unpacks the libraries unless they are there.
   *
   * @throws EngineStartException if that is not possible, or somebody else may have put there what
   *     we would load
   */
  void provide() {
    try {
      guard.check(target());
      if (files.isPresent() && !complete()) {
        unpack(files.get());
        guard.check(target());
      }
    } catch (IOException e) {
      throw new EngineStartException(refused(reason(e)), e);
    }
  }

  /** Returns a sentence on why the folder is of no use, and what helps. */
  String refused(String why) {
    return "its native libraries cannot be used from %s: %s. They need a folder%s that this user may"
            .formatted(
                target(), why, files.map(known -> " with " + megabytes(known.size())).orElse(""))
        + " write to, on a file system that is not mounted noexec: name one by the environment"
        + " variable or system property DJL_CACHE_DIR.";
  }

  private Path target() {
    Path all = folder.resolve("pytorch");
    return files.map(known -> all.resolve(known.folder())).orElse(all);
  }

  /** Returns whether all libraries are there, in their full size. */
  private boolean complete() {
    return files
        .map(
            known ->
                known.libraries().entrySet().stream()
                    .allMatch(library -> holds(library.getKey(), library.getValue().size())))
        .orElse(false);
  }

  private boolean holds(String library, long size) {
    Path file = target().resolve(library);
    try {
      return Files.isReadable(file) && (size < 0 || Files.size(file) == size);
    } catch (IOException e) {
      return false; // it has just gone
    }
  }

  private void unpack(NativeFiles known) throws IOException {
    Path target = target();
    if (Files.exists(target) && !Files.isReadable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    makeFolders(target.getParent());
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free > 0 && free < known.size()) { // 0 may mean that the file system does not tell
      throw new IOException("it has %s free".formatted(megabytes(free)));
    }
    // beside its target, so that it takes its place in one step
    Path temporary = target.resolveSibling("tmp-" + UUID.randomUUID());
    try {
      makeFolders(temporary);
      for (Map.Entry<String, NativeFiles.Library> library : known.libraries().entrySet()) {
        Path file = temporary.resolve(library.getKey());
        try (InputStream in = library.getValue().open()) {
          Files.copy(in, file);
        }
        setPermissions(file, "rw-r--r--");
      }
      replace(known, temporary, target);
    } finally {
      deleteAll(temporary);
    }
  }

  private void replace(NativeFiles known, Path temporary, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      // a library of another DJL lies there too, or one of ours was missing
      for (String library : known.libraries().keySet()) {
        Files.move(
            temporary.resolve(library),
            target.resolve(library),
            StandardCopyOption.REPLACE_EXISTING);
      }
      return;
    }
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!complete()) { // else another process was faster
        throw e;
      }
    }
  }

  /**
   * Makes a folder and those above it. Whoever starts first may be root while an image is built, or
   * have a strict umask: what is new can be read by all.
   */
  private static void makeFolders(@Nullable Path path) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path next = path; next != null && !Files.isDirectory(next); next = next.getParent()) {
      missing.add(0, next);
    }
    for (Path next : missing) {
      Files.createDirectories(next);
      setPermissions(next, "rwxr-xr-x");
    }
  }

  private static void setPermissions(Path path, String permissions) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString(permissions));
    }
  }

  private static void deleteAll(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (Stream<Path> entries = Files.list(path)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Files.delete(entry);
      }
    }
    Files.delete(path);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    if (e instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile()
          + (e instanceof NoSuchFileException
              ? " does not exist"
              : e instanceof AccessDeniedException ? " may not be accessed" : ": " + e);
    }
    return message == null ? e.toString() : message;
  }

  private static String megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000 + " MB";
  }
}
