package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TokenLinesTest {
  private static final Place PLACE = Place.ofStream().in("vocabulary/review.txt");

  @Test
  void everyCharSurvivesAloneAndBetweenOthers() throws IOException {
    List<String> tokens = new ArrayList<>();
    IntStream.rangeClosed(0, Character.MAX_VALUE)
        .forEach(
            c -> {
              tokens.add(String.valueOf((char) c));
              tokens.add("a" + (char) c + "\\n");
            });
    tokens.add(Character.toString(0x1F600));
    tokens.add("\ude00\ud83d");

    assertThat(read(write(tokens))).isEqualTo(tokens);
  }

  @Test
  void ordinaryTextStandsForItself() throws IOException {
    byte[] text = write(List.of("naïve", "😀", "שלום", "a b"));

    assertThat(text).isEqualTo("naïve\n😀\nשלום\na b\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatCannotStandInALineIsEscapedAsInJson() throws IOException {
    byte[] text = write(List.of("a\n\"\\\r\t\u2028\ufeff", "\ud83d", ""));

    assertThat(new String(text, StandardCharsets.US_ASCII))
        .isEqualTo("a\\n\\\"\\\\\\r\\t\\u2028\\ufeff\n\\ud83d\n\n");
  }

  @Test
  void noTokensAreNoText() throws IOException {
    assertThat(write(List.of())).isEmpty();
    assertThat(read(new byte[0])).isEmpty();
  }

  @Test
  void otherEscapesOfJsonAreRead() {
    assertThat(read("\\b\\f\\/\\u00E9\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("\b\f/é");
  }

  @Test
  void brokenLinesAreRefusedByNumber() {
    for (String broken : List.of("\\", "\\x", "\\u12", "\\u12g4", "\\u+123")) {
      assertThat(refusal(("good\n" + broken + "\n").getBytes(StandardCharsets.UTF_8)))
          .endsWith("line 2 is not valid text");
    }
    assertThat(refusal(new byte[] {(byte) 0xc3, '\n'})).endsWith("line 1 is not valid text");
    assertThat(refusal(new byte[] {'a', '\n', 'b'})).endsWith("the last line has no end");
  }

  @Test
  void linesBeyondTheLimitAreRefused() {
    byte[] lines = "\n".repeat(ModelFormat.VOCABULARY_ENTRIES + 1).getBytes(StandardCharsets.UTF_8);

    assertThat(refusal(lines)).endsWith("has more than 4000000 lines");
  }

  @Test
  void whatMustBeEscapedAndIsNotIsRefused() {
    assertThat(refusal("good\r\nbad\r\n".getBytes(StandardCharsets.UTF_8)))
        .endsWith(
            "line 1 has U+000D as it is, expected \\u000d: the file was changed by a program that"
                + " takes it for a text");
    assertThat(refusal("good\n\ufeffbad\n".getBytes(StandardCharsets.UTF_8)))
        .contains("line 2 has U+FEFF");
    assertThat(refusal("a\"b\n".getBytes(StandardCharsets.UTF_8)))
        .endsWith("line 1 is not valid text");
    for (int c = 0; c < 0x10000; c++) {
      if (!TokenLines.isPlain(c) && c != '\n' && !Character.isSurrogate((char) c)) {
        assertThat(refusal(("x" + (char) c + "\n").getBytes(StandardCharsets.UTF_8)))
            .contains("line 1 has U+");
      }
    }
  }

  private static List<String> read(byte[] text) {
    return TokenLines.read(text, ModelFormat.VOCABULARY_ENTRIES, PLACE);
  }

  private static String refusal(byte[] text) {
    return String.valueOf(assertThrows(ModelFileException.class, () -> read(text)).getMessage());
  }

  private static byte[] write(List<String> tokens) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    TokenLines.write(tokens, text);
    return text.toByteArray();
  }
}
