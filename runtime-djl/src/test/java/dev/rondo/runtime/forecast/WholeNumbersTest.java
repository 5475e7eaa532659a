package dev.rondo.runtime.forecast;

import static com.google.common.truth.Truth.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Forecasts beyond what a type holds are its largest or smallest value. */
class WholeNumbersTest {
  @Test
  void numbersAreTheNearestOfTheirType() {
    assertThat(WholeNumbers.toByte(128.4)).isEqualTo(Byte.MAX_VALUE);
    assertThat(WholeNumbers.toByte(-1e9)).isEqualTo(Byte.MIN_VALUE);
    assertThat(WholeNumbers.toByte(126.6)).isEqualTo(127);
    assertThat(WholeNumbers.toShort(32_768)).isEqualTo(Short.MAX_VALUE);
    assertThat(WholeNumbers.toInt(1e18)).isEqualTo(Integer.MAX_VALUE);
    assertThat(WholeNumbers.toInt(Double.NEGATIVE_INFINITY)).isEqualTo(Integer.MIN_VALUE);
    assertThat(WholeNumbers.toInt(Double.NaN)).isEqualTo(0);
    assertThat(WholeNumbers.toInt(-2.6)).isEqualTo(-3);
    assertThat(WholeNumbers.toDecimal(1.5)).isEqualTo(new BigDecimal("1.5"));
    assertThat(WholeNumbers.toDecimal(Double.POSITIVE_INFINITY))
        .isEqualTo(BigDecimal.valueOf(Double.MAX_VALUE));
  }
}
