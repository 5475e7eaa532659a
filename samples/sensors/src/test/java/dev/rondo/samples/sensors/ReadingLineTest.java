package dev.rondo.samples.sensors;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingLineTest {
  @Test
  void theValuesAreReadInTheOrderOfTheHeader() {
    assertThat(ReadingLine.parse("2024-05-01T12:00:00Z, HEAVY,1.1,2800,71.5,3.25,2.5,true"))
        .isEqualTo(
            new Reading(
                Instant.parse("2024-05-01T12:00:00Z"),
                Mode.HEAVY,
                1.1F,
                2800,
                71.5F,
                3.25F,
                2.5F,
                true));
  }

  @Test
  void theOilPressureMayBeBlank() {
    assertThat(ReadingLine.parse("2024-05-01T12:00:00Z,IDLE,0,3000,40,1,,false").oilPressure())
        .isNaN();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (Reading reading : SimulatedMachine.simulate(new Random(1)).readings()) {
      assertThat(ReadingLine.parse(ReadingLine.of(reading))).isEqualTo(reading);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noon,IDLE,0,1,2,3,4,true|column 1 (at): found \"noon\", expected a time",
        "2024-05-01T12:00:00Z,idle,0,1,2,3,4,true|column 2 (mode): found \"idle\", expected IDLE,",
        "2024-05-01T12:00:00Z,IDLE,,1,2,3,4,true|column 3 (load): found \"\", expected a number",
        "2024-05-01T12:00:00Z,IDLE,0,1.5,2,3,4,true|column 4 (rpm): found \"1.5\", expected a"
            + " whole",
        "2024-05-01T12:00:00Z,IDLE,0,1,NaN,3,4,true|column 5 (temperature): found \"NaN\"",
        "2024-05-01T12:00:00Z,IDLE,0,1,2,3,4,on|column 8 (alarm): found \"on\", expected true or",
        "2024-05-01T12:00:00Z,IDLE|found 2 values, expected 8: at,mode,load,rpm"
      })
  void aWrongValueIsSaidWithItsColumn(String line, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ReadingLine.parse(line));
    assertThat(e).hasMessageThat().startsWith(message);
  }
}
