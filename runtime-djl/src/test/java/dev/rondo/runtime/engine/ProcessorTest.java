package dev.rondo.runtime.engine;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "avx512_bf16, '', true",
    "amx_bf16, '', true",
    "avx512f, '', false",
    "avx512_bf16, AVX2, false",
    "avx512_bf16, avx512_core_vnni, false",
    "avx512_bf16, all, true",
    "avx512_bf16, AVX512_CORE_BF16, true",
    "amx_bf16, AVX512_CORE_AMX_FP16, true"
  })
  void bfloat16TakesTheProcessorAndAnEnvironmentThatLetsOneDnn(
      String flags, String limit, boolean expected) {
    for (String name : List.of("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA")) {
      Map<String, String> variables = limit.isEmpty() ? Map.of() : Map.of(name, limit);
      assertThat(Processor.multipliesBfloat16(facts(variables, "flags\t\t: fpu " + flags)))
          .isEqualTo(expected);
    }
  }
}
