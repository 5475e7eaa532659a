package dev.rondo.processor.write;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.rondo.processor.SequenceModelProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/** Compiles models as strictly as this project compiles itself. */
final class Compilations {
  private Compilations() {}

  static Compilation compile(Iterable<? extends JavaFileObject> sources) {
    return Compiler.javac()
        .withProcessors(new SequenceModelProcessor())
        .withOptions(
            "--release", "17", "-Xlint:all,-processing", "-Xdoclint:all,-missing", "-Werror")
        .compile(sources);
  }

  /** Returns what is generated for sources, by simple names; it is not compiled. */
  static Map<String, String> generate(Iterable<? extends JavaFileObject> sources) {
    return generated(
        Compiler.javac()
            .withProcessors(new SequenceModelProcessor())
            .withOptions("--release", "17", "-proc:only")
            .compile(sources));
  }

  /** Returns the generated sources by their simple names. */
  static Map<String, String> generated(Compilation compilation) {
    Map<String, String> sources = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      String name = file.getName();
      sources.put(name.substring(name.lastIndexOf('/') + 1), text(file));
    }
    return sources;
  }

  private static String text(JavaFileObject file) {
    try (var in = file.openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
