package dev.rondo.it.benchmark.turns;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles models of one kind, as the first thing that this process does: what a build's javac
 * meets. The class path of the process is that of the compilation and of the processor.
 */
final class TurnCompiler {
  private static final String TEXT =
      """
      package turn;
      import dev.rondo.SequenceModel;
      import dev.rondo.layer.*;
      @SequenceModel @Embedding(size = 64) @LSTM(units = 128) @Dropout(0.5) @Dense
      public interface Model%1$d {
        enum Mood { BAD, GOOD }
        Mood predict(String text);
      }
      """;

  private static final String TYPED =
      """
      package turn;
      import dev.rondo.SequenceModel;
      import dev.rondo.layer.*;
      import java.time.*;
      import java.util.List;
      @SequenceModel @GRU(units = 64)
      public interface Model%1$d {
        enum Mood { BAD, GOOD }
        record Reading(float load, Double heat, DayOfWeek day, Mood mood) {}
        record Verdict(Mood mood, @Dense(hidden = 16) float hours) {}
        Verdict check(List<Reading> readings);
      }
      """;

  private TurnCompiler() {}

  /**
   * Compiles.
   *
   * @param typed whether the models read records, not texts
   * @param option {@code -proc:none} for javac alone, {@code -proc:only} for the processor alone,
   *     {@code -nowarn} for both
   * @return milliseconds
   */
  static double compile(boolean typed, int models, String option) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < models; i++) {
      sources.add(source("Model" + i, (typed ? TYPED : TEXT).formatted(i)));
    }
    Path classes = Files.createTempDirectory("rondo-turn");
    try {
      long from = System.nanoTime();
      JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
      StringWriter said = new StringWriter();
      List<String> options = List.of("-d", classes.toString(), "-nowarn", option);
      if (!javac.getTask(said, null, null, options, null, sources).call()) {
        throw new IllegalStateException(said.toString());
      }
      return (System.nanoTime() - from) / 1e6;
    } finally {
      delete(classes);
    }
  }

  private static JavaFileObject source(String name, String code) {
    URI place = URI.create("string:///turn/" + name + ".java");
    return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
