package dev.rondo.runtime.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Replaces a file whole or not at all: the new one is written under another name in the same
 * folder, forced to the disk and renamed. On failure the old file stays and nothing is left behind.
 */
final class AtomicFile {
  /** {@link Files#move}, for tests of file systems that cannot do all of it. */
  @FunctionalInterface
  interface Mover {
    void move(Path from, Path to, CopyOption... options) throws IOException;
  }

  private AtomicFile() {}

  static void replace(Path file, Content content, Place place) {
    replace(file, content, place, Files::move);
  }

  static void replace(Path file, Content content, Place place, Mover mover) {
    try {
      // a link stays a link, and what it points to is replaced
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path folder = target.getParent();
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        throw place.wrong(
            Files.isDirectory(target)
                ? "is a directory. Name a file in it."
                : "is not a regular file. Name one, or one that does not exist yet.");
      }
      if (folder == null || !Files.isDirectory(folder)) {
        throw place.wrong("the folder \"" + folder + "\" does not exist. Create it first.");
      }
      Path temporary =
          folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
      try {
        write(temporary, content);
        copyPermissions(target, temporary);
        move(temporary, target, mover);
      } finally {
        Files.deleteIfExists(temporary);
      }
      force(folder);
    } catch (IOException e) {
      throw place.wrong("cannot be written: " + e, e);
    }
  }

  // Only streams and RandomAccessFile: a channel is closed under a thread that was interrupted, and
  // an interrupted training still has its model to save.
  private static void write(Path temporary, Content content) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ModelFormat.BUFFER_BYTES)) {
      content.writeTo(out);
    }
    if (temporary.getFileSystem().equals(FileSystems.getDefault())) {
      try (RandomAccessFile written = new RandomAccessFile(temporary.toFile(), "rw")) {
        written.getFD().sync();
      }
    }
  }

  /** A model that only its owner may read stays so. */
  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView made = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old == null || made == null) {
      return;
    }
    try {
      made.setPermissions(old.readAttributes().permissions());
    } catch (NoSuchFileException e) {
      // nothing to replace: the new file has the permissions of any new file
    }
  }

  private static void move(Path from, Path to, Mover mover) throws IOException {
    try {
      mover.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      mover.move(from, to, StandardCopyOption.REPLACE_EXISTING);
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
