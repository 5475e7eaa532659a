package dev.rondo.runtime.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is done to a disk when a file is replaced, for tests of disks that cannot do all of it. */
@FunctionalInterface
interface Disk {
  /** One that does what it is told. */
  Disk REAL = Files::move;

  /** Returns a stream to the beginning of an open file. */
  default OutputStream stream(RandomAccessFile file) throws IOException {
    return new FileOutputStream(file.getFD());
  }

  /** Forces what was written to the disk. */
  default void sync(RandomAccessFile file) throws IOException {
    file.getFD().sync();
  }

  /** Renames a file, as {@link Files#move} does. */
  void move(Path from, Path to, CopyOption... options) throws IOException;
}
