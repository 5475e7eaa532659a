package dev.rondo.runtime.store;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes a file once it is complete, beside it. Its name tells by a digest whose it is, so
 * that it is short however long that file's name is, and as long as it is written it is locked. So
 * one that is not locked was left by a process that was killed: it goes when the same file is
 * written again.
 */
final class TemporaryFile implements Closeable {
  private static final String SUFFIX = ".tmp";
  private static final int DIGITS = 16; // of the digest

  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  /**
   * What this process writes: not even to be opened, because POSIX takes all locks of a process off
   * a file when it closes one of its openings.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path path;

  /** Null in file systems that Java's own streams cannot write to. */
  private final @Nullable RandomAccessFile file;

  private TemporaryFile(Path path, @Nullable RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Creates an empty file.
   *
   * @param target what it is to become
   * @param secret whether only its owner may read it, as long as it is written
   */
  static TemporaryFile create(Path target, boolean secret) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder");
    }
    String prefix = prefix(target);
    if (!target.getFileSystem().equals(FileSystems.getDefault())) {
      Path path = folder.resolve(prefix + UUID.randomUUID() + SUFFIX);
      createFile(path, secret);
      return new TemporaryFile(path, null);
    }
    removeLeft(folder, prefix);
    while (true) {
      Path path = folder.resolve(prefix + UUID.randomUUID() + SUFFIX);
      OURS.add(path);
      createFile(path, secret);
      TemporaryFile created = new TemporaryFile(path, new RandomAccessFile(path.toFile(), "rw"));
      // another process may have taken it for one that was left, before it was locked
      if (created.lock() && Files.exists(path)) {
        return created;
      }
      created.close();
    }
  }

  private boolean lock() {
    try {
      return file == null || file.getChannel().tryLock() != null;
    } catch (IOException e) {
      return true; // a file system without locks: nothing is taken for left there
    }
  }

  private static String prefix(Path target) {
    Measure measure = new Measure();
    byte[] name = String.valueOf(target.getFileName()).getBytes(StandardCharsets.UTF_8);
    measure.write(name, 0, name.length);
    return ".rondo-" + measure.sha256().substring(0, DIGITS) + "-";
  }

  private static void createFile(Path path, boolean secret) throws IOException {
    if (secret) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(path);
    }
  }

  private static void removeLeft(Path folder, String prefix) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, prefix + "*" + SUFFIX)) {
      for (Path path : all) {
        if (!OURS.contains(path)) {
          removeIfLeft(path);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // a folder that can be written but not listed: what was left stays
    }
  }

  private static void removeIfLeft(Path path) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      if (file.getChannel().tryLock() != null) {
        Files.delete(path);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // somebody else's, gone meanwhile, or written by a class loader beside ours
    }
  }

  Path path() {
    return path;
  }

  /** Writes the content and forces it to the disk. */
  // Only streams and RandomAccessFile: a channel is closed under a thread that was interrupted, and
  // an interrupted training still has its model to save.
  void write(Content content, Disk disk) throws IOException {
    if (file == null) {
      try (OutputStream out = buffered(Files.newOutputStream(path, StandardOpenOption.WRITE))) {
        content.writeTo(out);
      }
      return;
    }
    OutputStream out = buffered(disk.stream(file));
    content.writeTo(out);
    out.flush();
    disk.sync(file);
  }

  private static OutputStream buffered(OutputStream out) {
    return new BufferedOutputStream(out, ModelFormat.BUFFER_BYTES);
  }

  /** Windows does not rename what is open; elsewhere it stays locked until it has its name. */
  void beforeMove() throws IOException {
    if (file != null && WINDOWS) {
      file.close();
    }
  }

  /** Deletes the file if it is still there. */
  @Override
  public void close() throws IOException {
    try {
      if (file != null) {
        file.close();
      }
      Files.deleteIfExists(path);
    } finally {
      OURS.remove(path);
    }
  }
}
