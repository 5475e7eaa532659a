package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class BrokenModelTest {
  private static final JavaFileObject[] SOURCES =
      Sources.in("broken").stream().map(Sources::fileObject).toArray(JavaFileObject[]::new);

  @Test
  void neitherItsUsesNorItsNeighboursAddErrors() {
    // Error Prone asks for this option; it makes javac look into methods although there are errors.
    Compilation compilation =
        javac()
            .withProcessors(new SequenceModelProcessor())
            .withOptions("--should-stop=ifError=FLOW")
            .compile(SOURCES);

    assertThat(compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)).toList())
        .containsExactly(
            "[RONDO-202] @LSTM on \"BrokenModel\" has units = 0, but a size must be between 1 and"
                + " 1,000,000. Change 0.");
  }
}
