package dev.rondo.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it has to bring about is told by the tests of the layers, on a processor of that kind. */
final class OneDnnInstructionsTest {
  private static final List<String> AMD_WITH =
      processors("AuthenticAMD", "fpu sse avx avx2 avx512f avx512dq");

  @Test
  void amdWithAvx512IsHeldToAvx2() {
    assertEquals(Optional.of("AVX2"), OneDnnInstructions.limit(variables(Map.of()), AMD_WITH));
  }

  @Test
  void amdWithoutAvx512IsFree() {
    assertEquals(Optional.empty(), limit(processors("AuthenticAMD", "fpu sse avx avx2")));
  }

  @Test
  void intelIsFree() {
    assertEquals(Optional.empty(), limit(processors("GenuineIntel", "avx2 avx512f avx512dq")));
  }

  @Test
  void nothingIsKnownOfOtherSystems() {
    assertEquals(Optional.empty(), limit(List.of()));
    assertEquals(Optional.empty(), limit(List.of("processor\t: 0", "Features\t: fp asimd")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA"})
  void whoeverHasChosenIsObeyed(String name) {
    Settings chosen = variables(Map.of(name, "AVX512_CORE"));
    assertEquals(Optional.empty(), OneDnnInstructions.limit(chosen, AMD_WITH));
  }

  private static Optional<String> limit(List<String> processors) {
    return OneDnnInstructions.limit(variables(Map.of()), processors);
  }

  private static Settings variables(Map<String, String> values) {
    return name -> Optional.ofNullable(values.get(name));
  }

  private static List<String> processors(String vendor, String flags) {
    String one =
        """
        processor\t: 0
        vendor_id\t: %s
        model name\t: some
        flags\t\t: %s
        vmx flags\t: other
        """
            .formatted(vendor, flags);
    return (one + "\n" + one).lines().toList();
  }
}
