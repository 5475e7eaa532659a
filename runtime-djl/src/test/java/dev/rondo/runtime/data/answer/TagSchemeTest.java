package dev.rondo.runtime.data.answer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Span;
import dev.rondo.runtime.data.answer.TagScheme.Kind;
import dev.rondo.runtime.data.answer.TagScheme.Part;
import dev.rondo.runtime.data.answer.TagScheme.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Schemes of tags, and the spans that tags name. */
class TagSchemeTest {
  private static final List<String> BIO = List.of("O", "B-PER", "I-PER", "B-LOC", "I-LOC");
  private static final List<String> BIOES = List.of("O", "B_X", "I_X", "E_X", "S_X", "S_Y");

  private static Kind kind(String... names) {
    return TagScheme.of(List.of(names)).kind();
  }

  private static int[] numbers(List<String> names, String tags) {
    return tags.isEmpty()
        ? new int[0]
        : Arrays.stream(tags.split(" ")).mapToInt(names::indexOf).toArray();
  }

  private static String spans(List<String> names, String tags) {
    return String.join(
        " ",
        TagScheme.of(names).spans(numbers(names, tags)).stream()
            .map(span -> span.label() + span.from() + "-" + span.to())
            .toList());
  }

  private static String broken(List<String> names, String tags) {
    return TagScheme.of(names).broken(numbers(names, tags)).orElse("");
  }

  @Test
  void namesSayTheScheme() {
    assertThat(kind("O", "B_PER", "I_PER")).isEqualTo(Kind.BIO);
    assertThat(kind("B-PER", "I-PER", "B-LOC")).isEqualTo(Kind.BIO);
    assertThat(kind("B-B-1", "I-B-1", "O")).isEqualTo(Kind.BIO);
    assertThat(kind("O", "B_X", "I_X", "E_X", "S_X")).isEqualTo(Kind.BIOES);
    assertThat(kind("S_X", "O")).isEqualTo(Kind.BIOES);
    assertThat(Tag.parse("B-I-LOC")).hasValue(new Tag(Part.B, "I-LOC"));
    assertThat(Tag.parse("O")).hasValue(new Tag(Part.O, ""));
    assertThat(Tag.parse("B-")).isEmpty();
    assertThat(Tag.parse("b-PER")).isEmpty();
  }

  @Test
  void whatIsNotWholeIsNoScheme() {
    assertThat(kind("NOUN", "VERB")).isEqualTo(Kind.NONE);
    assertThat(kind("O", "B_PER", "I_PER", "NOUN")).isEqualTo(Kind.NONE);
    assertThat(kind("O", "I_PER")).isEqualTo(Kind.NONE);
    assertThat(kind("O", "B_PER", "I_LOC")).isEqualTo(Kind.NONE);
    assertThat(kind("O")).isEqualTo(Kind.NONE);
    // a span that can be begun but not ended, and sequences of one step that nothing tags
    assertThat(kind("O", "B_X", "I_X", "S_X")).isEqualTo(Kind.NONE);
    assertThat(kind("B_X", "I_X", "E_X")).isEqualTo(Kind.NONE);
    assertThrows(IllegalArgumentException.class, () -> TagScheme.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> kind("O", "O"));
    TagScheme none = TagScheme.of(List.of("NOUN", "VERB"));
    assertThat(none.allowed(0, 1) && none.starts(1) && none.ends(0)).isTrue();
    assertThat(none.labels()).isEmpty();
    assertThat(assertThrows(IllegalStateException.class, () -> none.spans(0)).getMessage())
        .startsWith("the tags [NOUN, VERB] name no spans");
  }

  @Test
  void spansAreFoundOfTagsThatFormNoSchemeToo() {
    assertThat(TagScheme.spansNamed(List.of("B-A", "I-A", "B-A", "NOUN", "I-B", "I-A")).toString())
        .isEqualTo("[A [0, 2), A [2, 3), B [4, 5), A [5, 6)]");
    assertThat(TagScheme.spansNamed(List.of())).isEmpty();
  }

  @Test
  void aBioTagGoesOnOnlyWithItsOwnLabel() {
    assertThat(broken(BIO, "")).isEmpty();
    assertThat(broken(BIO, "B-PER I-PER O B-LOC B-PER B-PER I-PER")).isEmpty();
    assertThat(broken(BIO, "I-PER")).isEqualTo("[0] is I-PER at the start");
    assertThat(broken(BIO, "O O I-PER")).isEqualTo("[2] is I-PER behind O");
    assertThat(broken(BIO, "B-PER I-LOC I-PER")).isEqualTo("[1] is I-LOC behind B-PER");
    assertThat(TagScheme.of(BIO).labels()).containsExactly("PER", "LOC").inOrder();
  }

  @Test
  void aBioesSpanHasAnEnd() {
    assertThat(broken(BIOES, "S_X B_X I_X E_X S_Y O B_X E_X")).isEmpty();
    assertThat(broken(BIOES, "B_X")).isEqualTo("[0] is B_X at the end");
    assertThat(broken(BIOES, "O E_X")).isEqualTo("[1] is E_X behind O");
    assertThat(broken(BIOES, "B_X O")).isEqualTo("[1] is O behind B_X");
    assertThat(broken(BIOES, "B_X S_Y")).isEqualTo("[1] is S_Y behind B_X");
    assertThat(broken(BIOES, "E_X")).isEqualTo("[0] is E_X at the start");
    assertThat(broken(BIOES, "B_X E_X I_X")).isEqualTo("[2] is I_X behind E_X");
  }

  @Test
  void spansAreThoseOfConlleval() {
    assertThat(spans(BIO, "")).isEmpty();
    assertThat(spans(BIO, "O O")).isEmpty();
    assertThat(spans(BIO, "B-PER I-PER O B-LOC")).isEqualTo("PER0-2 LOC3-4");
    assertThat(spans(BIO, "B-PER B-PER I-PER")).isEqualTo("PER0-1 PER1-3");
    // what breaks the scheme, as the scorer reads it
    assertThat(spans(BIO, "I-PER I-PER O I-LOC")).isEqualTo("PER0-2 LOC3-4");
    assertThat(spans(BIO, "B-PER I-LOC I-LOC")).isEqualTo("PER0-1 LOC1-3");
    assertThat(spans(BIOES, "B_X I_X E_X S_X S_Y O B_X E_X")).isEqualTo("X0-3 X3-4 Y4-5 X6-8");
    assertThat(spans(BIOES, "E_X E_X I_X E_X B_X")).isEqualTo("X0-1 X1-2 X2-4 X4-5");
    assertThat(spans(BIOES, "B_X O S_X I_X")).isEqualTo("X0-1 X2-3 X3-4");
  }

  @Property(seed = "1")
  void spansDoNotOverlapAndHoldTheTagsOfTheirLabel(
      @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> sequence) {
    int[] tags = sequence.stream().mapToInt(Integer::intValue).toArray();
    List<String> labels = new ArrayList<>();
    for (int tag : tags) {
      labels.add(Tag.parse(BIOES.get(tag)).orElseThrow().label());
    }
    List<String> covered = new ArrayList<>(Collections.nCopies(tags.length, ""));
    int end = 0;
    for (Span span : TagScheme.of(BIOES).spans(tags)) {
      assertThat(span.from()).isAtLeast(end);
      end = span.to();
      for (int i = span.from(); i < span.to(); i++) {
        covered.set(i, span.label());
      }
    }
    assertThat(covered).isEqualTo(labels);
  }
}
