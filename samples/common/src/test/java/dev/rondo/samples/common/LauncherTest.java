package dev.rondo.samples.common;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code samples/run} in a project of its own, with a Maven and a Java that only tell. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "run").toAbsolutePath().normalize();
  private static final List<String> MODULES =
      List.of(
          "dsl-annotations",
          "processor",
          "runtime-djl",
          "samples/common",
          "samples/corpora",
          "samples/echo");

  /** What Maven has fetched of PyTorch, below the user's home: the project's folder here. */
  private static final String NATIVES = ".m2/repository/ai/djl/pytorch/pytorch-native-cpu";

  @TempDir private Path project;
  private Path tools;

  @BeforeEach
  void createProject() throws IOException {
    for (String module : MODULES) {
      Files.createDirectories(project.resolve(module).resolve("src/main"));
      age(Files.createFile(project.resolve(module).resolve("pom.xml")));
      age(project.resolve(module).resolve("src/main"));
    }
    Files.writeString(
        project.resolve("samples/echo/pom.xml"),
        """
        <description>Says what it hears.</description>
        <exec.mainClass>example.Echo</exec.mainClass>
        """);
    age(project.resolve("samples/echo/pom.xml"));
    age(Files.createFile(project.resolve("pom.xml")));
    age(Files.createFile(project.resolve("samples/pom.xml")));
    Files.copy(LAUNCHER, project.resolve("samples/run"));
    Files.createDirectories(project.resolve(NATIVES));
    tools = Files.createDirectory(project.resolve("tools"));
    tool(
        "mvn",
        """
        echo "a warning"
        echo "mvn $*" >>"%1$s/calls"
        mkdir -p "%1$s/samples/echo/target/classes"
        echo "%1$s/tools/mvn:%1$s/tools/java" >"%1$s/samples/echo/target/run.classpath"
        """
            .formatted(project));
    tool("java", "for argument; do echo \"[$argument]\"; done\nexit 7\n");
  }

  /** Files of the same second as the build would look like changed ones. */
  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  private void tool(String name, String script) throws IOException {
    Path file = tools.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void helpListsTheSamples() throws Exception {
    Run run = run("--help");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains("  echo         Says what it hears.\n");
    assertThat(run.out()).doesNotContain("common");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anUnknownNameListsTheSamples() throws Exception {
    Run run = run("eco");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: there is no sample \"eco\". The samples are:\n");
    assertThat(run.err()).contains("echo");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void argumentsAndExitCodeArePassedOn() throws Exception {
    Run run = run("echo", "--text", "two words", "", "$HOME *");
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).endsWith("[example.Echo]\n[--text]\n[two words]\n[]\n[$HOME *]\n");
    assertThat(run.out()).contains("/samples/echo/target/classes:" + tools.resolve("mvn"));
  }

  @Test
  void theFirstRunBuildsQuietly() throws Exception {
    Run run = run("echo");
    assertThat(run.err()).isEqualTo("building echo...\n");
    assertThat(calls()).hasSize(1);
    assertThat(calls().get(0)).contains("-pl samples/echo -am");
  }

  @Test
  void whoBuildsForTheFirstTimeIsToldThatItMayTakeAWhile() throws Exception {
    Files.delete(project.resolve(NATIVES));
    assertThat(run("echo").err())
        .isEqualTo("building echo; Maven may have to fetch some 200 MB first...\n");
  }

  @Test
  void nothingIsBuiltTwice() throws Exception {
    run("echo");
    Run second = run("echo");
    assertThat(second.err()).isEmpty();
    assertThat(second.exitCode()).isEqualTo(7);
    assertThat(calls()).hasSize(1);
  }

  @Test
  void aChangedSourceIsBuiltAgain() throws Exception {
    run("echo");
    age(project.resolve("samples/echo/target/run.classpath"));
    Files.writeString(project.resolve("runtime-djl/src/main/Layer.java"), "class Layer {}");
    run("echo");
    assertThat(calls()).hasSize(2);
  }

  @Test
  void aLibraryThatIsGoneIsFetchedAgain() throws Exception {
    run("echo");
    Files.writeString(
        project.resolve("samples/echo/target/run.classpath"), tools + "/mvn:/no/such/library.jar");
    run("echo");
    assertThat(calls()).hasSize(2);
  }

  @Test
  void aBuildThatFailsIsShown() throws Exception {
    tool("mvn", "echo \"[ERROR] cannot find symbol\"\nexit 1\n");
    Run run = run("echo");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("building echo...\n[ERROR] cannot find symbol\nerror: the build failed\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aLinkToTheLauncherWorks() throws Exception {
    Path link = Files.createSymbolicLink(tools.resolve("rondo"), Path.of("../samples/run"));
    assertThat(start(link, "--help").out()).contains("echo");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(project.resolve("calls"));
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    return start(project.resolve("samples/run"), arguments);
  }

  private Run start(Path launcher, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(Arrays.asList(arguments));
    Path out = project.resolve("out");
    Path err = project.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(tools.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("HOME", project.toString());
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    int exitCode = builder.start().waitFor();
    return new Run(
        exitCode,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private record Run(int exitCode, String out, String err) {}
}
