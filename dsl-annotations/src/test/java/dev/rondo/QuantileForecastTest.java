package dev.rondo;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileForecastTest {
  private static final List<Temporal> DAYS =
      List.of(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29));
  private static final double[] LEVELS = {0.1, 0.5, 0.9};

  private static QuantileForecast of(double[]... quantiles) {
    return new QuantileForecast(DAYS, LEVELS, quantiles);
  }

  @Test
  void aForecastHasTimesItsMedianAndTheQuantilesAroundIt() {
    double[][] given = {{1, 2, 4}, {3, 3, 3}};
    QuantileForecast forecast = of(given);
    given[0][0] = 99;

    assertThat(forecast.horizon()).isEqualTo(2);
    assertThat(forecast.times()).containsExactlyElementsIn(DAYS).inOrder();
    assertThat(forecast.median()).isEqualTo(new double[] {2, 3});
    assertThat(forecast.quantile(0.1)).isEqualTo(new double[] {1, 3});
    assertThat(forecast.quantile(0.9)).isEqualTo(new double[] {4, 3});
    assertThat(forecast.levels()).isEqualTo(LEVELS);
    assertThat(forecast).isEqualTo(of(new double[][] {{1, 2, 4}, {3, 3, 3}}));
    assertThat(forecast.hashCode()).isEqualTo(of(new double[][] {{1, 2, 4}, {3, 3, 3}}).hashCode());
    assertThat(forecast).isNotEqualTo(of(new double[][] {{1, 2, 4}, {3, 3, 5}}));
  }

  @Test
  void itsTextIsForPeople() {
    double[][] numbers = {{100, 496.6840029, 519.0273777}, {-0.00012345678, 0, 1e7}};
    assertThat(of(numbers).toString())
        .isEqualTo(
            """
            2024-02-28 496.684 (0.1: 100, 0.9: 519.027)
            2024-02-29 0 (0.1: -0.000123457, 0.9: 10000000)\
            """);
    double[][] median = {{1.5}};
    assertThat(new QuantileForecast(DAYS.subList(0, 1), new double[] {0.5}, median).toString())
        .isEqualTo("2024-02-28 1.5");
  }

  @Test
  void whatIsGivenAndWhatComesBackAreCopies() {
    double[][] given = {{1, 2, 4}, {3, 3, 3}};
    QuantileForecast forecast = of(given);
    forecast.quantiles()[0][0] = 99;
    forecast.levels()[0] = 0.2;

    assertThat(forecast).isEqualTo(of(given));
  }

  @Test
  void jacksonWritesItWhereItKnowsTimes() throws Exception {
    SimpleModule times =
        new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance);
    String json =
        new ObjectMapper()
            .registerModule(times)
            .writeValueAsString(of(new double[][] {{1, 2, 4}, {3, 3, 3}}));

    assertThat(json)
        .isEqualTo(
            "{\"times\":[\"2024-02-28\",\"2024-02-29\"],\"levels\":[0.1,0.5,0.9],"
                + "\"quantiles\":[[1.0,2.0,4.0],[3.0,3.0,3.0]]}");
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    assertThat(refused(() -> of(new double[][] {{1, 2, 3}}))).contains("2 times");
    assertThat(refused(() -> of(new double[][] {{1, 2, 3}, {1, 2}}))).contains("step 1 has 2");
    assertThat(refused(() -> of(new double[][] {{1, 2, 3}, {1, 3, 2}}))).contains("cross");
    assertThat(refused(() -> of(new double[][] {{1, Double.NaN, 3}, {1, 2, 2}}))).contains("cross");
    assertThat(refused(() -> of(new double[][] {{1, 2, 3}, {1, 2, 3}}).quantile(0.3)))
        .contains("no quantile of level 0.3");
    double[][] one = {{1, 2}};
    assertThat(
            refused(() -> new QuantileForecast(DAYS.subList(0, 1), new double[] {0.1, 0.9}, one)))
        .contains("level 0.5");
    assertThat(
            refused(() -> new QuantileForecast(DAYS.subList(0, 1), new double[] {0.5, 0.1}, one)))
        .contains("must ascend");
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
