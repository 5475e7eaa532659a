package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with the JDK, bit by bit. */
class DecimalsTest {
  private static double toDouble(String text) {
    String padded = "x" + text + "7"; // the neighbours do not count
    return Decimals.toDouble(padded.toCharArray(), 1, padded.length() - 1);
  }

  private static float toFloat(String text) {
    return Decimals.toFloat(text.toCharArray(), 0, text.length());
  }

  private static void assertAsTheJdkReads(String text) {
    assertWithMessage(text)
        .that(Double.doubleToLongBits(toDouble(text)))
        .isEqualTo(Double.doubleToLongBits(Double.parseDouble(text)));
    assertWithMessage(text)
        .that(Float.floatToIntBits(toFloat(text)))
        .isEqualTo(Float.floatToIntBits(Float.parseFloat(text)));
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(22);
    Arbitrary<String> exponent =
        Arbitraries.oneOf(
            Arbitraries.just(""),
            Arbitraries.integers().between(-330, 330).map(power -> "e" + power),
            Arbitraries.integers().between(0, 20).map(power -> "E+" + power));
    return Combinators.combine(
            Arbitraries.of("", "-", "+"),
            digits,
            Arbitraries.oneOf(Arbitraries.just(""), digits.map(d -> "." + d)),
            exponent)
        .as((sign, whole, fraction, power) -> sign + whole + fraction + power);
  }

  @Property
  void decimalsAreReadAsTheJdkReadsThem(@ForAll("numbers") String text) {
    assertAsTheJdkReads(text);
  }

  @Property
  void anyDoubleAndFloatReadsBack(@ForAll double number, @ForAll float small) {
    assertAsTheJdkReads(Double.toString(number));
    assertAsTheJdkReads(Float.toString(small));
  }

  /** 1 + 2^-24 is in the middle of two floats: a double holds no more than that of what follows. */
  @Property
  void floatsAreRoundedOnce(@ForAll int seed) {
    double middle = Math.scalb(1 + (2.0 * (seed & 0xFFFFFF) + 1) * 0x1p-25, seed % 30);
    String exact = new BigDecimal(middle).toPlainString();
    String point = exact.contains(".") ? "" : ".0";
    assertAsTheJdkReads(exact + point);
    assertAsTheJdkReads(exact + point + "0000000000000000000000000001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-0.0",
        "007",
        "1.",
        ".5",
        "-.5e3",
        "1e22",
        "1e23",
        "9007199254740993",
        "999999999999999999",
        "1234567890123456789",
        "0.000000000000000000001234567890123456",
        "1e-45",
        "1.17549435e-38",
        "1e39",
        "1e400",
        "-1e400",
        "1e-400",
        "1e99999999999",
        "0e999999"
      })
  void edgesAreReadAsTheJdkReadsThem(String text) {
    assertAsTheJdkReads(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "1e+",
        "--1",
        "1,5",
        "1.2.3",
        "1f",
        "1d",
        "0x10",
        "NaN",
        "Infinity",
        "1 2",
        "\u0661"
      })
  void whatTheJdkMightTakeButNobodyWritesIsNoNumber(String text) {
    assertThat(toDouble(text)).isNaN();
    assertThat(toFloat(text)).isNaN();
  }

  @Test
  void nothingBeyondTheEndIsRead() {
    assertThat(Decimals.toDouble("1.5e3".toCharArray(), 0, 3)).isEqualTo(1.5);
  }
}
