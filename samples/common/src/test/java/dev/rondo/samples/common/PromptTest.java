package dev.rondo.samples.common;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PromptTest {
  @Test
  void linesOfAFileAreAnsweredWithoutPrompts() throws IOException {
    Captured files = Captured.files("one\ntwo");
    ask(files);
    assertThat(files.out().lines().toList()).containsExactly("ONE", "TWO").inOrder();
    assertThat(files.err()).isEmpty();
  }

  @Test
  void aPersonIsPromptedUntilTheEndOfInput() throws IOException {
    Captured terminal = Captured.terminal("one\n");
    ask(terminal);
    assertThat(terminal.out().lines().toList()).containsExactly("ONE");
    assertThat(terminal.err().lines().toList()).containsExactly("a hint", "> > ").inOrder();
  }

  @Test
  void blankLinesAreSkipped() throws IOException {
    Captured files = Captured.files("\n  \none\n\t\n");
    ask(files);
    assertThat(files.out().lines().toList()).containsExactly("ONE");
  }

  private static void ask(Captured captured) throws IOException {
    new Prompt(captured.streams, "> ").run("a hint", line -> line.toUpperCase(Locale.ROOT));
  }
}
