package dev.rondo.runtime.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of devices; needs no engine. */
class DeviceTest {
  @ParameterizedTest
  @CsvSource({"cpu, cpu", "' CPU ', cpu", "cuda, cuda:0", "cuda:1, cuda:1", "GPU:12, cuda:12"})
  void namesAreUnderstood(String name, String expected) {
    assertThat(Device.parse(name).toString()).isEqualTo(expected);
    assertThat(Device.parse(expected)).isEqualTo(Device.parse(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tpu", "cuda:", "cuda:-1", "cuda:99999999999", "cpu:0"})
  void otherNamesAreRefused(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Device.parse(name));
    assertThat(e).hasMessageThat().contains("unknown device \"" + name + "\": use cpu, cuda or");
  }

  @Test
  void gpusAreCountedFromZero() {
    assertThat(Device.gpu(0).isGpu()).isTrue();
    assertThat(Device.cpu().isGpu()).isFalse();
    assertThrows(IllegalArgumentException.class, () -> Device.gpu(-1));
  }
}
