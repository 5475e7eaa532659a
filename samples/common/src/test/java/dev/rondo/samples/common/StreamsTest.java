package dev.rondo.samples.common;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {
  private static final String TERMINALS = "rondo.samples.terminals";
  private static final String COLUMNS = "rondo.samples.columns";

  @AfterEach
  void forget() {
    System.clearProperty(TERMINALS);
    System.clearProperty(COLUMNS);
  }

  @Test
  void theLauncherTellsWhichStreamsAreTerminals() {
    System.setProperty(TERMINALS, "0");
    System.setProperty(COLUMNS, "132");
    Streams streams = Streams.ofProcess();
    assertThat(streams.typed()).isTrue();
    assertThat(streams.live()).isFalse();
    assertThat(streams.columns()).isEqualTo(132);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0"})
  void anUnknownWidthIsEightyColumns(String told) {
    System.setProperty(TERMINALS, "2");
    System.setProperty(COLUMNS, told);
    Streams streams = Streams.ofProcess();
    assertThat(streams.typed()).isFalse();
    assertThat(streams.live()).isTrue();
    assertThat(streams.columns()).isEqualTo(80);
  }
}
