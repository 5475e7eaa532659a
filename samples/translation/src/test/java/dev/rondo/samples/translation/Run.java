package dev.rondo.samples.translation;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rondo.samples.common.Streams;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a run of the sample in this process gave. */
record Run(int exitCode, String out, String err) {
  /** Runs the sample, with input and output that are files. */
  static Run of(String input, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new BufferedReader(new StringReader(input)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            80);
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode = TranslationApp.run(streams, texts);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }

  /** Returns the last line of standard output, which has to be a JSON object. */
  JsonObject json() {
    List<String> lines = outLines();
    return JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
  }
}
