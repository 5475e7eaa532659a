package dev.rondo.samples.common;

import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.train.ModelTrainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say where a model comes from, how it is trained and where it goes. */
public final class ModelArguments {
  private static final long USUAL_SEED = 1;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = CountConverter.class,
      description = "Go through the training data N times at most.")
  private @Nullable Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Make the training repeatable; " + USUAL_SEED + " by default.")
  private @Nullable Long seed;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      converter = DeviceConverter.class,
      description = "Compute on cpu (the default), cuda or cuda:N.")
  private Device device = Device.cpu();

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Write the trained model to FILE, also when Ctrl-C ends the training.")
  private @Nullable Path save;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "Keep the training in FILE while it runs, and go on from FILE if it is there; deleted"
              + " when the training is complete.")
  private @Nullable Path checkpoint;

  @Option(
      names = "--load",
      paramLabel = "FILE",
      description = "Read the model from FILE instead of training one.")
  private @Nullable Path load;

  /**
   * Checks what can be known before a long training: that the options fit together and that the
   * files can be read and written.
   *
   * @throws SampleFailure if not
   */
  public void check() {
    refuseWithLoad("--epochs", epochs);
    refuseWithLoad("--seed", seed);
    refuseWithLoad("--save", save);
    refuseWithLoad("--checkpoint", checkpoint);
    if (load != null) {
      checkReadable("--load", load);
    }
    if (save != null) {
      checkWritable("--save", save);
    }
    if (checkpoint != null) {
      checkWritable("--checkpoint", checkpoint);
    }
  }

  /**
   * Refuses an option of the training where there is none.
   *
   * @param value what was given; null if nothing was
   * @throws SampleFailure if it was given and the model is loaded
   */
  public void refuseWithLoad(String option, @Nullable Object value) {
    if (load != null && value != null) {
      throw SampleFailure.usage(
          option + " is about training, but --load skips it. Leave one of them out.");
    }
  }

  /**
   * Checks that a file is there.
   *
   * @param option the option that names it
   * @throws SampleFailure if it is not
   */
  public static void checkReadable(String option, Path file) {
    if (Files.isDirectory(file)) {
      throw SampleFailure.of(option + ": \"" + file + "\" is a folder, expected a file");
    }
    if (!Files.exists(file)) {
      throw SampleFailure.of(option + ": \"" + file + "\" does not exist");
    }
    if (!Files.isReadable(file)) {
      throw SampleFailure.of(option + ": \"" + file + "\" may not be read");
    }
  }

  /**
   * Checks that a file can be written, over one that is there already.
   *
   * @param option the option that names it
   * @throws SampleFailure if not
   */
  public static void checkWritable(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw SampleFailure.of(option + ": \"" + file + "\" is a folder, expected a file");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw SampleFailure.of(option + ": the folder of \"" + file + "\" does not exist");
    }
    if (!Files.isWritable(folder)) {
      throw SampleFailure.of(option + ": nothing may be written to the folder of \"" + file + "\"");
    }
  }

  /** Passes the options on to a trainer. */
  public void configure(ModelTrainer<?, ?> trainer) {
    if (checkpoint != null) {
      trainer.checkpoint(checkpoint);
    }
    configureBeside(trainer);
  }

  /** Passes those on that a second training has, too: not the files of the first. */
  public void configureBeside(ModelTrainer<?, ?> trainer) {
    if (epochs != null) {
      trainer.epochs(epochs);
    }
    trainer.seed(seed()).device(device);
  }

  /** Returns the seed. */
  public long seed() {
    return seed == null ? USUAL_SEED : seed;
  }

  /** Returns where to compute. */
  public Device device() {
    return device;
  }

  /** Returns the file that the model goes to. */
  public Optional<Path> save() {
    return Optional.ofNullable(save);
  }

  /** Returns the file that the model comes from. */
  public Optional<Path> load() {
    return Optional.ofNullable(load);
  }

  private static final class CountConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      try {
        int count = Integer.parseInt(value);
        if (count > 0) {
          return count;
        }
      } catch (NumberFormatException e) {
        // the message below says it all
      }
      throw new TypeConversionException("found \"" + value + "\", expected a whole number from 1");
    }
  }

  private static final class DeviceConverter implements ITypeConverter<Device> {
    @Override
    public Device convert(String value) {
      try {
        return Device.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
