package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.engine.Processor;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Where a processor has what products of int8 need they are found, so that their tests run. */
class QuantizedEngineTest {
  @Test
  void processorsWithAvx2MultiplyWholeNumbers() {
    String flags = Processor.facts().getOrDefault("instructions", "");
    Assumptions.assumeTrue(List.of(flags.split(" ")).contains("avx2"));
    assertThat(QuantizedEngine.isThere()).isTrue();
  }
}
