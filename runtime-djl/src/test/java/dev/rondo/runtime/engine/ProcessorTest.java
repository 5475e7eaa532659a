package dev.rondo.runtime.engine;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessorTest {
  private static Map<String, String> facts(Map<String, String> variables, String... lines) {
    return Processor.facts(name -> Optional.ofNullable(variables.get(name)), List.of(lines));
  }

  @Test
  void instructionsThatLibrariesUseAreToldInOneOrder() {
    assertThat(
            facts(
                Map.of(),
                "vendor_id\t: GenuineIntel",
                "model name\t: Some Processor @ 2 GHz",
                "flags\t\t: fpu sse4_2 fma avx2 avx512f amx_bf16"))
        .containsExactly(
            "processor",
            "Some Processor @ 2 GHz",
            "instructions",
            "amx_bf16 avx2 avx512f fma sse4_2")
        .inOrder();
  }

  @Test
  void processorsOfArmTellTheirFeatures() {
    assertThat(facts(Map.of(), "Features\t: fp asimd sve crc32"))
        .containsEntry("instructions", "asimd sve");
  }

  @Test
  void whereNothingIsKnownTheArchitectureStands() {
    assertThat(facts(Map.of()))
        .containsExactly("processor", System.getProperty("os.arch"), "instructions", "");
  }

  @Test
  void limitsOfTheEnvironmentAreTold() {
    assertThat(facts(Map.of("ONEDNN_MAX_CPU_ISA", "AVX2")))
        .containsEntry("ONEDNN_MAX_CPU_ISA", "AVX2");
  }
}
