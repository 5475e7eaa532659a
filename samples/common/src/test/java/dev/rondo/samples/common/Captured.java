package dev.rondo.samples.common;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** Streams whose input is given and whose output is kept. */
final class Captured {
  private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
  final Streams streams;

  private Captured(String input, boolean terminal) {
    streams =
        new Streams(
            new BufferedReader(new StringReader(input)),
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            terminal,
            terminal,
            80,
            terminal);
  }

  static Captured files(String input) {
    return new Captured(input, false);
  }

  static Captured terminal(String input) {
    return new Captured(input, true);
  }

  String out() {
    return outBytes.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return errBytes.toString(StandardCharsets.UTF_8);
  }
}
