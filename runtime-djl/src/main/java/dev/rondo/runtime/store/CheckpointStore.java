package dev.rondo.runtime.store;

import dev.rondo.runtime.train.CheckpointException;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.CheckpointFile;
import dev.rondo.runtime.train.checkpoint.CheckpointFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps checkpoints in files like those of models: a zip with {@code checkpoint.json} and arrays as
 * safetensors, replaced whole or not at all, and checked before it is believed.
 */
public final class CheckpointStore implements CheckpointFormat {
  private final Disk disk;

  /** Creates the store; called by whoever looks for the service. */
  public CheckpointStore() {
    this(Disk.REAL);
  }

  CheckpointStore(Disk disk) {
    this.disk = disk;
  }

  @Override
  public CheckpointFile lock(Path file) {
    return new Locked(file, CheckpointLock.of(file), disk);
  }

  /** A file that is one training's. */
  private static final class Locked implements CheckpointFile {
    private final Path path;
    private final Place place;
    private final CheckpointLock lock;
    private final Disk disk;

    Locked(Path path, CheckpointLock lock, Disk disk) {
      this.path = path;
      this.place = Place.ofCheckpoint(path);
      this.lock = lock;
      this.disk = disk;
    }

    @Override
    public Optional<Checkpoint> read() {
      if (!Files.exists(path)) {
        return Optional.empty();
      }
      try {
        return Optional.of(CheckpointReader.read(path, place));
      } catch (ModelFileException e) {
        throw new CheckpointException(
            sentence(e) + " Name another file, or delete this one to start anew.", e);
      }
    }

    @Override
    public long write(Checkpoint checkpoint) {
      try {
        CheckpointWriter writer = new CheckpointWriter(checkpoint, place);
        AtomicFile.replace(path, writer::write, place, disk);
        return Files.size(path);
      } catch (ModelFileException e) {
        throw new CheckpointException(sentence(e), e);
      } catch (IOException e) {
        throw new CheckpointException(
            sentence(place.wrong("cannot be found once it was written: " + e)), e);
      }
    }

    @Override
    public void delete() {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new CheckpointException(
            sentence(place.wrong("cannot be deleted: " + e))
                + " Delete it, or a training that is completed seems to be none.",
            e);
      }
    }

    private static String sentence(ModelFileException e) {
      String message = String.valueOf(e.getMessage());
      return message.endsWith(".") ? message : message + ".";
    }

    @Override
    public void close() {
      lock.close();
    }
  }
}
