package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.store.Signature.Difference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SignatureTest {
  private final Signature expected =
      Signature.of("M")
          .input("text", "text")
          .layer("embedding", "Embedding(size = 64)")
          .layer("lstm", "LSTM(units = 128)")
          .output("expected", "enum")
          .build();

  @Test
  void equalSignaturesDoNotDiffer() {
    Signature again =
        Signature.of("M")
            .output("expected", "enum")
            .layer("embedding", "Embedding(size = 64)")
            .layer("lstm", "LSTM(units = 128)")
            .input("text", "text")
            .build();

    assertThat(expected.firstDifference(again)).isEqualTo(Optional.empty());
  }

  @Test
  void otherNameComesFirst() {
    assertThat(difference(Signature.of("N"))).isEqualTo(new Difference("the model", "N", "M"));
  }

  @Test
  void whoRenamedTheInterfaceIsToldWhatToWrite() {
    Signature renamed =
        Signature.of("N")
            .input("text", "text")
            .layer("embedding", "Embedding(size = 64)")
            .layer("lstm", "LSTM(units = 128)")
            .output("expected", "enum")
            .build();

    assertThat(expected.firstDifference(renamed).orElseThrow().remedy())
        .isEqualTo(
            "Load the file of this model, or, if only the interface was renamed, write"
                + " @SequenceModel(name = \"N\").");
    assertThat(difference(Signature.of("N")).remedy())
        .isEqualTo("Load the file of this model, or train it again.");
  }

  @Test
  void whoRenamedAnInputIsToldWhatToWrite() {
    assertThat(difference(Signature.of("M").input("words", "text")).remedy())
        .isEqualTo(
            "Load the file of this model, or, if only the input was renamed, write"
                + " @StoredAs(\"words\") before it.");
    assertThat(difference(Signature.of("M").input("words", "tokens")).remedy())
        .isEqualTo("Load the file of this model, or train it again.");
  }

  @Test
  void firstOfSeveralChangesIsReported() {
    assertThat(
            difference(
                Signature.of("M")
                    .input("text", "text")
                    .layer("embedding", "Embedding(size = 32)")
                    .layer("lstm", "LSTM(units = 64)")))
        .isEqualTo(
            new Difference("layer \"embedding\"", "Embedding(size = 32)", "Embedding(size = 64)"));
  }

  @Test
  void missingLineIsReportedByName() {
    assertThat(
            difference(
                Signature.of("M")
                    .input("text", "text")
                    .layer("embedding", "Embedding(size = 64)")
                    .output("expected", "enum")))
        .isEqualTo(new Difference("layer \"lstm\"", "missing", "LSTM(units = 128)"));
  }

  @Test
  void partWithoutAnyLineIsReportedByItsFirst() {
    assertThat(difference(Signature.of("M")))
        .isEqualTo(new Difference("input \"text\"", "missing", "text"));
  }

  @Test
  void additionalLineInTheMiddleIsReportedByName() {
    assertThat(
            difference(
                Signature.of("M")
                    .input("text", "text")
                    .layer("embedding", "Embedding(size = 64)")
                    .layer("norm", "LayerNorm")
                    .layer("lstm", "LSTM(units = 128)")
                    .output("expected", "enum")))
        .isEqualTo(new Difference("layer \"norm\"", "LayerNorm", "nothing"));
  }

  @Test
  void additionalLineAtTheEndIsReportedByName() {
    assertThat(
            difference(
                Signature.of("M")
                    .input("text", "text")
                    .input("channel", "enum")
                    .layer("embedding", "Embedding(size = 64)")))
        .isEqualTo(new Difference("input \"channel\"", "enum", "nothing"));
  }

  @Test
  void otherOrderIsReported() {
    assertThat(
            difference(
                Signature.of("M")
                    .input("text", "text")
                    .layer("lstm", "LSTM(units = 128)")
                    .layer("embedding", "Embedding(size = 64)")
                    .output("expected", "enum")))
        .isEqualTo(new Difference("layer \"embedding\"", "number 2", "number 1"));
  }

  @Test
  void nameThatIsThereTwiceIsRefused() {
    Signature.Builder builder = Signature.of("M").layer("lstm", "LSTM(units = 1)");

    assertThrows(IllegalArgumentException.class, () -> builder.layer("lstm", "LSTM(units = 1)"));
  }

  private Difference difference(Signature.Builder found) {
    return expected.firstDifference(found.build()).orElseThrow();
  }
}
