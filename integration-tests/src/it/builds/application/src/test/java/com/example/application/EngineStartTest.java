package com.example.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine on which PyTorch cannot be unpacked: a read-only container, for example. */
class EngineStartTest {
  @TempDir Path folder;

  @Test
  void aFolderThatCannotBeWrittenIsNamedWithWhatHelps() throws Exception {
    Path cache = readOnly("disk").resolve("cache");
    List<String> lines = lines("-DDJL_CACHE_DIR=" + cache);
    assertSentence(lines.get(0), cache);
    assertEquals("then: trained", lines.get(1));
  }

  @Test
  void aHomeAndATemporaryFolderThatCannotBeWrittenAreNamed() throws Exception {
    Path home = readOnly("home").resolve("user");
    Path temporary = readOnly("temporary").resolve("tmp");
    List<String> lines = lines("-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary);
    assertSentence(lines.get(0), home);
    assertTrue(lines.get(0).contains(temporary.toString()), lines.get(0));
    assertEquals("then: trained", lines.get(1));
  }

  private static void assertSentence(String line, Path path) {
    assertTrue(line.startsWith("first: PyTorch cannot be started: its native libraries"), line);
    assertTrue(line.contains(path.toString()), line);
    assertTrue(line.contains("variable or system property DJL_CACHE_DIR"), line);
  }

  /** Returns where nothing can be made: for root, who may write anywhere, a file. */
  private Path readOnly(String name) throws Exception {
    Path path = Files.createDirectory(folder.resolve(name));
    if (path.toFile().setWritable(false) && !Files.isWritable(path)) {
      return path;
    }
    Files.delete(path);
    return Files.createFile(path);
  }

  private List<String> lines(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            StartsTwice.class.getName(),
            Path.of(System.getProperty("user.home"), ".djl.ai").toString()));
    File errors = folder.resolve("errors").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
    builder.environment().keySet().removeAll(List.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR"));
    Process process = builder.start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    assertEquals(0, process.waitFor(), Files.readString(errors.toPath()));
    return lines;
  }
}
