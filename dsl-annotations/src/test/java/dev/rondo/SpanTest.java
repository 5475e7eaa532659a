package dev.rondo;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpanTest {
  @Test
  void jacksonWritesAndReadsItWithoutHelp() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    Span span = new Span(0, 2, "PER", "Ada Lovelace");
    String json = mapper.writeValueAsString(span);

    assertThat(json).isEqualTo("{\"from\":0,\"to\":2,\"label\":\"PER\",\"text\":\"Ada Lovelace\"}");
    assertThat(mapper.readValue(json, Span.class)).isEqualTo(span);
  }

  @Test
  void itsTextIsItsTokensJoinedByASpace() {
    List<String> words = List.of("Then", "Ada", "Lovelace", "wrote");
    Span span = new Span(1, 3, "PER", "");

    assertThat(span.toString()).isEqualTo("PER [1, 3)");
    assertThat(span.of(words)).isEqualTo(new Span(1, 3, "PER", "Ada Lovelace"));
    assertThat(span.of(words).toString()).isEqualTo("PER Ada Lovelace [1, 3)");
    assertThat(
            assertThrows(IllegalArgumentException.class, () -> span.of(words.subList(0, 2)))
                .getMessage())
        .isEqualTo("a span to 3 is not in a sequence of 2 tokens");
  }

  @Test
  void aSpanHasSteps() {
    assertThat(
            assertThrows(IllegalArgumentException.class, () -> new Span(2, 2, "PER", ""))
                .getMessage())
        .isEqualTo("a span from 2 to 2 has no steps");
    assertThrows(IllegalArgumentException.class, () -> new Span(-1, 2, "PER", ""));
  }
}
