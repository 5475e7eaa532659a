package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Lines of all lengths, over the ends of all buffers. */
class TextLinesTest {
  private static final List<String> ENDS = List.of("\n", "\r\n", "\r");

  /** Also where the last one has no end. */
  @Property(tries = 200)
  void linesAreFoundWhereverTheyEnd(
      @ForAll @Size(max = 12) List<@IntRange(max = 40_000) Integer> lengths,
      @ForAll @IntRange(max = 2) int end,
      @ForAll boolean lastEnds)
      throws IOException {
    StringBuilder content = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < lengths.size(); i++) {
      String line = (i % 2 == 0 ? "a" : "\u00fc\u4e2d\ud83d\ude00 ").repeat(lengths.get(i));
      boolean last = i == lengths.size() - 1;
      content.append(line).append(last && !lastEnds ? "" : ENDS.get(end));
      if (!line.isBlank()) {
        expected.add((i + 1) + line);
      }
    }
    Path file = Files.createTempFile("lines", ".txt");
    List<String> found = new ArrayList<>();
    try {
      Files.writeString(file, content);
      try (TextLines lines = TextLines.open(file)) {
        while (lines.next()) {
          found.add(lines.number() + lines.toString());
        }
      }
    } finally {
      Files.delete(file);
    }
    assertThat(found).isEqualTo(expected);
  }
}
