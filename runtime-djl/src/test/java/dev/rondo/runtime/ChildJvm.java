package dev.rondo.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A main class run in a process of its own.
 *
 * @param exitCode 0 if it went well
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error, the natives included
 */
record ChildJvm(int exitCode, String output, String errors) {
  /**
   * Runs a class and waits for its end.
   *
   * @param keep which parts of this process's class path it gets
   */
  static ChildJvm run(Class<?> main, Predicate<String> keep, String... options)
      throws IOException, InterruptedException {
    return run(main, keep, Map.of(), options);
  }

  /** Runs a class with these variables in its environment beside this process's. */
  static ChildJvm run(Class<?> main, Map<String, String> environment)
      throws IOException, InterruptedException {
    return run(main, part -> true, environment);
  }

  private static ChildJvm run(
      Class<?> main, Predicate<String> keep, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(keep)
                .toList()));
    command.add(main.getName());
    Path output = Files.createTempFile("child", ".out");
    Path errors = Files.createTempFile("child", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      int exitCode = process.waitFor();
      return new ChildJvm(
          exitCode,
          Files.readString(output, StandardCharsets.UTF_8),
          Files.readString(errors, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly(); // which has no effect on one that has ended
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
