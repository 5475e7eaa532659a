package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.text.TextSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Equal data has equal fingerprints, other data has others. */
class FingerprintTest {
  private enum Side {
    LEFT,
    RIGHT
  }

  private record Both(int first, int second) {}

  private static Fingerprint of(List<Row<Object, Object>> rows) {
    return Fingerprint.of(rows, row -> row);
  }

  private static Row<Object, Object> row(Object input) {
    return new Row<>(input, 1, 3);
  }

  @Test
  void examplesAndTheirLengthsAreCounted() {
    Fingerprint fingerprint = of(List.of(row(new int[] {1, 2, 3}), row(new int[] {4, 5, 6})));
    assertThat(fingerprint.count()).isEqualTo(2);
    assertThat(fingerprint.length()).isEqualTo(6);
    assertThat(fingerprint.sha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void valuesOfEachKindAreToldApart() {
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(new int[0], new int[] {1}, new int[] {1, 0}, new int[] {0, 1}));
    values.addAll(List.of(new float[] {1}, new float[] {-0f}, new float[] {0f}));
    values.addAll(List.of(1, 2L, (1L << 53) + 1, 1L << 53, 0.1, true, false, "a", "b", ""));
    values.addAll(List.of(Side.LEFT, Side.RIGHT));
    values.addAll(List.of(new int[][] {{1}, {}}, new int[][] {{}, {1}}, List.of(1), List.of()));
    values.add(Steps.of(2, new float[] {1, 2}, 1, new int[0], 0));
    values.add(Steps.of(1, new float[] {1, 2}, 2, new int[0], 0));
    values.add(Steps.of(2, new float[0], 0, new int[] {1, 2}, 1));
    Set<String> digests = new HashSet<>();
    values.forEach(value -> digests.add(of(List.of(row(value))).sha256()));
    assertThat(digests).hasSize(values.size());
  }

  @Test
  void recordsAreNotTakenApart() {
    List<Row<Object, Object>> rows = List.of(row(new Both(1, 2)));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> of(rows));
    assertThat(e).hasMessageThat().contains("Both, which has no fingerprint");
  }

  @Test
  void whatIsNoValueIsNamed() {
    List<Row<Object, Object>> rows = List.of(row(new Object()));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> of(rows));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo("encoded data has a java.lang.Object, which has no fingerprint");
  }

  @Test
  void rowsInMemoryAndThoseReadAnewHaveTheSame() {
    List<int[]> examples = List.of(new int[] {3}, new int[] {1, 2}, new int[] {5, 6, 7});
    Iterable<int[]> stream = () -> examples.iterator();
    Fingerprint kept = rows(examples).fingerprint();
    assertThat(rows(stream).fingerprint()).isEqualTo(kept);
    assertThat(rows(List.of(examples.get(1), examples.get(0), examples.get(2))).fingerprint())
        .isNotEqualTo(kept);
  }

  private static Rows<int[], Integer> rows(Iterable<int[]> examples) {
    return Rows.of(examples, tokens -> new Row<>(tokens, 0, tokens.length));
  }

  @Test
  void textsAreToldApartByTheirDocumentsToo(@TempDir Path folder) throws IOException {
    Path ab = write(folder, "ab");
    Path cd = write(folder, "cd");
    Path abcd = write(folder, "abcd");
    Fingerprint two = Fingerprint.of(TextSource.of(ab, cd));
    assertThat(two.count()).isEqualTo(2);
    assertThat(two.length()).isEqualTo(4);
    assertThat(Fingerprint.of(TextSource.of(ab, cd))).isEqualTo(two);
    assertThat(Fingerprint.of(TextSource.of(abcd)).sha256()).isNotEqualTo(two.sha256());
    assertThat(Fingerprint.of(TextSource.of(cd, ab)).sha256()).isNotEqualTo(two.sha256());
  }

  private static Path write(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve(text), text, StandardCharsets.UTF_8);
  }
}
