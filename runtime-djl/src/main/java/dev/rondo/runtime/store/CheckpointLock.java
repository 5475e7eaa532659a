package dev.rondo.runtime.store;

import dev.rondo.runtime.train.CheckpointException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a checkpoint for one training. The checkpoint itself is replaced by renaming, so what is
 * locked is a file beside it; the system unlocks it when its process ends, however it ends.
 */
final class CheckpointLock implements AutoCloseable {
  private static final String SUFFIX = ".lock";

  /**
   * What this process has locked: not even to be opened, because POSIX takes all locks of a process
   * off a file when it closes one of its openings.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final RandomAccessFile file;

  private CheckpointLock(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Locks a checkpoint, which need not exist.
   *
   * @throws CheckpointException if another training has locked it, or its folder does not exist or
   *     cannot be written to
   */
  static CheckpointLock of(Path checkpoint) {
    Place place = Place.ofCheckpoint(checkpoint);
    if (!checkpoint.getFileSystem().equals(FileSystems.getDefault())) {
      throw wrong(place, "is not in the system's own file system. Name a file there.", null);
    }
    Path path = path(checkpoint, place);
    if (!OURS.add(path)) {
      throw taken(place, "of this process");
    }
    boolean locked = false;
    try {
      CheckpointLock lock = new CheckpointLock(path, lock(path, place));
      locked = true;
      return lock;
    } finally {
      if (!locked) {
        OURS.remove(path);
      }
    }
  }

  /** Returns one path for all that lead to the same file. */
  private static Path path(Path checkpoint, Place place) {
    if (Files.exists(checkpoint) && !Files.isRegularFile(checkpoint)) {
      throw wrong(place, "is no file. Name one, or one that does not exist yet.", null);
    }
    try {
      Path real = Files.exists(checkpoint) ? checkpoint.toRealPath() : checkpoint.toAbsolutePath();
      Path folder = real.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw wrong(
            place,
            folder != null && Files.exists(folder)
                ? "\"" + folder + "\" is no folder. Name a file in one."
                : "the folder \"" + folder + "\" does not exist. Create it first.",
            null);
      }
      return folder.toRealPath().resolve(real.getFileName() + SUFFIX);
    } catch (IOException e) {
      throw wrong(place, "cannot be reached: " + e, e);
    }
  }

  private static RandomAccessFile lock(Path path, Place place) {
    while (true) {
      RandomAccessFile file = null;
      boolean locked = false;
      try {
        file = new RandomAccessFile(path.toFile(), "rw");
        if (file.getChannel().tryLock() == null) {
          throw taken(place, "of another process");
        }
        // whoever had it before may have deleted it since it was opened
        locked = Files.exists(path);
        if (locked) {
          return file;
        }
      } catch (OverlappingFileLockException e) {
        throw taken(place, "of this process");
      } catch (IOException e) {
        throw wrong(
            place,
            "\"" + path + "\" cannot be written or locked: " + e + ". Name another file.",
            e);
      } finally {
        if (!locked) {
          close(file);
        }
      }
    }
  }

  private static CheckpointException taken(Place place, String whose) {
    return wrong(
        place,
        "another training " + whose + " writes it now. Wait for its end, or name another file.",
        null);
  }

  private static CheckpointException wrong(Place place, String what, @Nullable Throwable cause) {
    return new CheckpointException(String.valueOf(place.wrong(what).getMessage()), cause);
  }

  private static void close(@Nullable RandomAccessFile file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // nothing was written
    }
  }

  /** Unlocks it; a second call does nothing. */
  @Override
  public void close() {
    if (!file.getChannel().isOpen()) {
      return;
    }
    try {
      Files.deleteIfExists(path); // while it is locked: nobody else's goes
    } catch (IOException e) {
      // Windows deletes nothing that is open; an empty file stays
    }
    close(file);
    OURS.remove(path);
  }
}
