package dev.rondo.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The source files among the test resources, and compilations of them. */
final class Sources {
  private static final List<Path> SUPPORT = List.of(compiledSupport());

  private Sources() {}

  /** Returns the sources in a folder, by name. */
  static List<Path> in(String folder) {
    try (Stream<Path> files = Files.list(resource(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path resource(String name) {
    URL url = Objects.requireNonNull(Sources.class.getResource("/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Compilation compile(Path source) {
    return compile(fileObject(source));
  }

  /** Compiles with the processor, and with what is in {@code support} on the class path. */
  static Compilation compile(JavaFileObject... sources) {
    return compile(List.of(), sources);
  }

  /** Compiles with options for the compiler. */
  static Compilation compile(List<String> options, JavaFileObject... sources) {
    return javac()
        .withOptions(options)
        .withProcessors(new SequenceModelProcessor())
        .withClasspath(classpath())
        .compile(ImmutableList.copyOf(sources));
  }

  /** Returns the class path of the tests and what is in {@code support}. */
  static List<File> classpath() {
    List<File> classpath = new ArrayList<>();
    Splitter.on(File.pathSeparatorChar)
        .split(System.getProperty("java.class.path"))
        .forEach(entry -> classpath.add(new File(entry)));
    SUPPORT.forEach(path -> classpath.add(path.toFile()));
    return classpath;
  }

  static JavaFileObject fileObject(Path source) {
    try {
      return JavaFileObjects.forResource(source.toUri().toURL());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles {@code support} without the names of parameters, as libraries may be. */
  private static Path compiledSupport() {
    try {
      Path classes = Files.createTempDirectory("support");
      classes.toFile().deleteOnExit();
      List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
      in("support").forEach(source -> arguments.add(source.toString()));
      int result =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new));
      if (result != 0) {
        throw new IllegalStateException("support does not compile");
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
