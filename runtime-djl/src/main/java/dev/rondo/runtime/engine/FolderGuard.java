package dev.rondo.runtime.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps native libraries of other users out of this process. Where everybody may write, in a shared
 * temporary folder for example, anybody can have put a folder or a file before us; so what lies
 * there has to belong to us or to root.
 *
 * <p>Whom a folder belongs to that not everybody can write to is nobody's business here: whoever
 * named it trusts its owner. Nor are systems without POSIX permissions, where each user's temporary
 * folder is private.
 */
final class FolderGuard {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  /** The permission of everybody to write, and of nobody but the owner to do anything. */
  private static final int OTHERS_WRITE = 0002;

  private static final int OTHERS = 0077;

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** Tells whether a file belongs to somebody whose code we run. */
  @FunctionalInterface
  interface Trust {
    boolean in(Path path) throws IOException;
  }

  private final Trust trust;

  /**
   * Creates a guard.
   *
   * @param trust in what lies where everybody can write
   */
  FolderGuard(Trust trust) {
    this.trust = trust;
  }

  /** Returns a guard for this process's user. */
  static FolderGuard ofProcess() {
    Set<Object> trusted = new HashSet<>();
    trusted.add(0);
    if (POSIX) {
      try {
        Path probe = Files.createTempFile("rondo", null);
        trusted.add(owner(probe));
        Files.delete(probe);
      } catch (IOException e) {
        // nothing can be written: Linux tells the owner of a process, too
        trusted.add(ownerOfProcess());
      }
    }
    return new FolderGuard(path -> trusted.contains(owner(path)));
  }

  private static Object ownerOfProcess() {
    try {
      return owner(Path.of("/proc/self"));
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * Checks a folder with all that lies in it, and the way there.
   *
   * @param folder need not exist
   * @throws FileSystemException if somebody else may have put there what we would load
   */
  void check(Path folder) throws IOException {
    if (!POSIX) {
      return;
    }
    checkWay(folder.toAbsolutePath());
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path entry : (Iterable<Path>) all::iterator) {
          Path parent = entry.getParent();
          if (parent != null) {
            checkPlaced(parent, entry);
          }
          if (Files.isRegularFile(entry, NOFOLLOW_LINKS) && writableByAll(entry)) {
            throw new FileSystemException(
                entry.toString(), null, "everybody can write to it, so it may be anybody's code");
          }
        }
      }
    }
  }

  /** Follows links by hand, since a link is as good as the folder that it lies in. */
  private void checkWay(Path path) throws IOException {
    Deque<Path> ahead = new ArrayDeque<>();
    path.forEach(ahead::add);
    Path here = path.getRoot();
    int links = 0;
    while (!ahead.isEmpty()) {
      Path next = here.resolve(ahead.removeFirst());
      if (!Files.exists(next, NOFOLLOW_LINKS)) {
        return; // we make it and what follows
      }
      checkPlaced(here, next);
      if (!Files.isSymbolicLink(next)) {
        here = next.toRealPath(NOFOLLOW_LINKS);
        continue;
      }
      links++;
      if (links > MOST_LINKS) {
        throw new FileSystemException(path.toString(), null, "its links lead in a circle");
      }
      Path target = here.resolve(Files.readSymbolicLink(next));
      Deque<Path> way = new ArrayDeque<>();
      target.forEach(way::add);
      way.addAll(ahead);
      ahead = way;
      here = target.getRoot();
    }
  }

  private void checkPlaced(Path parent, Path child) throws IOException {
    if (writableByAll(parent) && !trust.in(child)) {
      throw new FileSystemException(
          child.toString(),
          null,
          "it belongs to %s and lies where everybody can write, so it may be anybody's code"
              .formatted(Files.getOwner(child, NOFOLLOW_LINKS).getName()));
    }
  }

  /**
   * Makes a folder that nobody else can look into, or checks that an existing one is such.
   *
   * @throws FileSystemException if it is somebody else's, a link, or open to others
   */
  void makePrivate(Path folder) throws IOException {
    if (!POSIX) {
      Files.createDirectories(folder);
      return;
    }
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      // it may be ours, of an earlier process
    }
    if (!Files.isDirectory(folder, NOFOLLOW_LINKS)
        || !trust.in(folder)
        || (mode(folder) & OTHERS) != 0) {
      throw new FileSystemException(
          folder.toString(), null, "it is no folder of this user that nobody else may enter");
    }
  }

  private static boolean writableByAll(Path path) throws IOException {
    return (mode(path) & OTHERS_WRITE) != 0;
  }

  private static int mode(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:mode", NOFOLLOW_LINKS);
  }

  private static Object owner(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid", NOFOLLOW_LINKS);
  }
}
