package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final JavaFileObject MODEL = source("broken", "Neighbour.java");

  @Test
  void aFailureOfOursIsAnErrorOnTheModelThatAsksToReportIt() {
    Compilation compilation = compileFailingWith(new IllegalStateException("no such luck"), MODEL);

    assertThat(compilation)
        .hadErrorContaining("[RONDO-901] Rondo failed on \"Neighbour\"")
        .inFile(MODEL)
        .onLine(12)
        .atColumn(1);
    assertThat(compilation).hadErrorContaining("Please report it");
    assertThat(compilation).hadErrorContaining("IllegalStateException: no such luck");
  }

  @Test
  void aFailureOfOursDoesNotHideTheErrorsOfTheUser() {
    JavaFileObject broken = source("broken", "BrokenModel.java");

    Compilation compilation = compileFailingWith(new IllegalStateException("no such luck"), broken);

    assertThat(compilation).hadErrorContaining("[RONDO-202]").inFile(broken).onLine(10);
    assertThat(compilation).hadErrorContaining("[RONDO-901]");
  }

  @Test
  void aFileThatTheCompilerRefusesMeansThatANameIsTaken() {
    Compilation compilation =
        compileFailingWith(new FilerException("Attempt to recreate a file for X"), MODEL);

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation)
        .hadErrorContaining("[RONDO-111] \"Neighbour\" needs a name for what it generates")
        .inFile(MODEL)
        .onLine(12);
  }

  private static JavaFileObject source(String folder, String name) {
    Path found =
        Sources.in(folder).stream().filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    return Sources.fileObject(found);
  }

  /** Compiles with a filer that takes no file. */
  private static Compilation compileFailingWith(Exception failure, JavaFileObject source) {
    SequenceModelProcessor processor = new SequenceModelProcessor();
    Processor failing =
        proxy(
            Processor.class,
            processor,
            "init",
            arguments -> {
              processor.init(failing((ProcessingEnvironment) arguments[0], failure));
              return null;
            });
    return javac().withProcessors(failing).compile(source);
  }

  private static ProcessingEnvironment failing(
      ProcessingEnvironment environment, Exception failure) {
    Filer filer =
        proxy(
            Filer.class,
            environment.getFiler(),
            "createSourceFile",
            arguments -> {
              throw failure;
            });
    return proxy(ProcessingEnvironment.class, environment, "getFiler", arguments -> filer);
  }

  private interface Replacement {
    @Nullable Object call(Object[] arguments) throws Throwable;
  }

  /** Returns the same with one method replaced. */
  private static <T> T proxy(Class<T> type, T same, String method, Replacement replacement) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (unused, called, arguments) -> {
              if (called.getName().equals(method)) {
                return replacement.call(arguments);
              }
              try {
                return called.invoke(same, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}
