package dev.rondo.processor.write;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTest {
  @Test
  void longNamesDoNotMakeLongLinesOfCode() {
    Map<String, String> generated =
        Compilations.generated(
            Compilations.compile(
                List.of(
                    JavaFileObjects.forSourceString(
                        "demo.SatisfactionCategory",
                        "package demo; public enum SatisfactionCategory { LOW, HIGH }"),
                    JavaFileObjects.forSourceString(
                        "demo.CustomerSatisfactionSurveyModel",
                        "package demo; import dev.rondo.layer.*; @dev.rondo.SequenceModel"
                            + " @Embedding(size = 8) @LSTM(units = 8) @Dense"
                            + " public interface CustomerSatisfactionSurveyModel {"
                            + " SatisfactionCategory categorise(String customerAnswer); }"),
                    JavaFileObjects.forSourceString(
                        "demo.CustomerQuestionTranslator",
                        "package demo; import dev.rondo.layer.*; @dev.rondo.SequenceModel"
                            + " @Embedding(size = 8) @LSTM(units = 8)"
                            + " public interface CustomerQuestionTranslator {"
                            + " @dev.rondo.task.EncoderDecoder(maxLengthExtra = 1_000)"
                            + " @Embedding(size = 8) @LSTM(units = 8) @Attention @Dense"
                            + " String translateQuestion(String customerQuestion); }"))));
    generated.forEach(
        (name, source) ->
            assertThat(source.lines().filter(line -> line.length() > 100 && !line.contains("<td>")))
                .isEmpty());
  }

  @Test
  void constantsStandBelowEachOtherAndFieldsWithValuesWithoutGaps() {
    String source =
        """
        enum A {
          ONE,

          TWO_THREE;
        }
        class B {
          private double rate = 0.1;

          private final List<C> all = new ArrayList<>();
        }
        """;
    assertThat(Layout.of(source))
        .isEqualTo(
            """
            enum A {
              ONE,
              TWO_THREE;
            }
            class B {
              private double rate = 0.1;
              private final List<C> all = new ArrayList<>();
            }
            """);
  }

  @Test
  void onlyTheClassHeaderParameterListsAndFieldsAreLaidOut() {
    String source =
        """
        final class A extends B {
          private final C c;

          private final D d;

          /**
           * Returns c.
           */
          C c(D first,
              D second) {
            return c;
          }
        }
        """;
    assertThat(Layout.of(source))
        .isEqualTo(
            """
            final class A extends B {
              private final C c;
              private final D d;

              /** Returns c. */
              C c(D first, D second) {
                return c;
              }
            }
            """);
  }
}
