package dev.rondo.samples.common;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.engine.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

class ModelArgumentsTest {
  @TempDir private Path folder;

  @Test
  void withoutOptionsTheSeedIsOneAndTheDeviceTheCpu() {
    ModelArguments arguments = parse();
    arguments.check();
    assertThat(arguments.seed()).isEqualTo(1);
    assertThat(arguments.device()).isEqualTo(Device.cpu());
    assertThat(arguments.load().isPresent()).isFalse();
    assertThat(arguments.save().isPresent()).isFalse();
  }

  @Test
  void optionsAreRead() {
    ModelArguments arguments = parse("--seed", "7", "--device", "cuda:1", "--save", "a.rondo");
    assertThat(arguments.seed()).isEqualTo(7);
    assertThat(arguments.device()).isEqualTo(Device.gpu(1));
    assertThat(arguments.save().orElseThrow()).isEqualTo(Path.of("a.rondo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "99999999999"})
  void epochsMustBeACount(String epochs) {
    ParameterException e =
        assertThrows(ParameterException.class, () -> parse("--epochs=" + epochs));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "Invalid value for option '--epochs': found \""
                + epochs
                + "\", expected a whole number from 1");
  }

  @Test
  void anUnknownDeviceIsRefused() {
    ParameterException e = assertThrows(ParameterException.class, () -> parse("--device", "tpu"));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "Invalid value for option '--device': unknown device \"tpu\": use cpu, cuda or cuda:N"
                + " with N counted from 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--epochs=3", "--seed=1", "--save=a.rondo"})
  void optionsOfTheTrainingContradictLoad(String option) throws IOException {
    Path file = Files.createFile(folder.resolve("model.rondo"));
    SampleFailure e = failure("--load", file.toString(), option);
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            option.replaceAll("=.*", "")
                + " is about training, but --load skips it. Leave one of them out.");
    assertThat(e.exitCode()).isEqualTo(SampleMain.USAGE);
  }

  @Test
  void aMissingModelIsNoticed() {
    Path file = folder.resolve("model.rondo");
    SampleFailure e = failure("--load", file.toString());
    assertThat(e).hasMessageThat().isEqualTo("--load: \"" + file + "\" does not exist");
    assertThat(e.exitCode()).isEqualTo(SampleMain.FAILED);
  }

  @Test
  void aFolderIsNoModel() {
    assertThat(failure("--load", folder.toString()))
        .hasMessageThat()
        .isEqualTo("--load: \"" + folder + "\" is a folder, expected a file");
  }

  @Test
  void aFolderIsNoFileToSaveTo() {
    assertThat(failure("--save", folder.toString()))
        .hasMessageThat()
        .isEqualTo("--save: \"" + folder + "\" is a folder, expected a file");
  }

  @Test
  void theFolderToSaveToMustExist() {
    Path file = folder.resolve("models").resolve("model.rondo");
    assertThat(failure("--save", file.toString()))
        .hasMessageThat()
        .isEqualTo("--save: the folder of \"" + file + "\" does not exist");
  }

  private static SampleFailure failure(String... options) {
    ModelArguments arguments = parse(options);
    return assertThrows(SampleFailure.class, arguments::check);
  }

  private static ModelArguments parse(String... options) {
    Sample sample = new Sample(new ModelArguments());
    new CommandLine(sample).parseArgs(options);
    return sample.model();
  }

  @Command(name = "sample")
  private record Sample(@CommandLine.Mixin ModelArguments model) {}
}
