package dev.rondo.runtime.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a file whole or not at all: the new one is written under another name in the same
 * folder, forced to the disk and renamed. On failure the old file stays and nothing is left behind;
 * what a process left that was killed goes at the next save of the same file.
 */
final class AtomicFile {
  /** As many links as Linux follows. */
  private static final int MOST_LINKS = 40;

  private AtomicFile() {}

  static void replace(Path file, Content content, Place place) {
    replace(file, content, place, Disk.REAL);
  }

  static void replace(Path file, Content content, Place place, Disk disk) {
    try {
      Path target = target(file, place);
      Path folder = target.getParent();
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        throw place.wrong(
            Files.isDirectory(target)
                ? "is a directory. Name a file in it."
                : "is not a regular file. Name one, or one that does not exist yet.");
      }
      if (folder == null || !Files.isDirectory(folder)) {
        throw place.wrong(
            folder != null && Files.exists(folder)
                ? "\"" + folder + "\" is no folder. Name a file in one."
                : "the folder \"" + folder + "\" does not exist. Create it first.");
      }
      Set<PosixFilePermission> permissions = permissions(target);
      try (TemporaryFile temporary = TemporaryFile.create(target, permissions != null)) {
        temporary.write(content, disk);
        if (permissions != null && !permissions.equals(permissions(temporary.path()))) {
          // a model that only its owner may read stays so
          Files.setPosixFilePermissions(temporary.path(), permissions);
        }
        temporary.beforeMove();
        move(temporary.path(), target, disk);
      }
      force(folder);
    } catch (IOException e) {
      throw place.wrong("cannot be written: " + e, e);
    }
  }

  /** A link stays a link: what it points to is replaced, whether that exists or not. */
  private static Path target(Path file, Place place) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw place.wrong("is a link that leads to itself");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /** Returns null for a file that does not exist, or has no such permissions. */
  private static @Nullable Set<PosixFilePermission> permissions(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null || !Files.exists(file) ? null : view.readAttributes().permissions();
  }

  private static void move(Path from, Path to, Disk disk) throws IOException {
    try {
      disk.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      disk.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the rename last through a power cut where folders can be forced; Windows' cannot. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException | UnsupportedOperationException e) {
      // the file is complete under its name all the same
    }
  }
}
