package dev.rondo.runtime.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the processor can do, on which the last bits of sums and products depend. */
public final class Processor {
  /** Instructions that the libraries under PyTorch have code of their own for. */
  private static final List<String> INSTRUCTIONS =
      List.of("avx", "fma", "amx", "asimd", "sve", "bf16", "sse4", "vsx");

  /** Variables of the environment by which these libraries are held back. */
  private static final List<String> LIMITS =
      List.of(
          "ATEN_CPU_CAPABILITY",
          "ONEDNN_MAX_CPU_ISA",
          "DNNL_MAX_CPU_ISA",
          "MKL_ENABLE_INSTRUCTIONS",
          "MKL_CBWR");

  private Processor() {}

  /**
   * Returns its facts by name: {@code processor}, {@code instructions}, and limits that are set.
   */
  public static Map<String, String> facts() {
    return facts(Settings.ofEnvironment(), OneDnnInstructions.processors());
  }

  /**
   * Returns whether it multiplies numbers of the type bfloat16 itself, and nothing holds oneDNN
   * back from doing so.
   */
  public static boolean multipliesBfloat16() {
    return multipliesBfloat16(facts());
  }

  static boolean multipliesBfloat16(Map<String, String> facts) {
    List<String> flags = List.of(facts.getOrDefault("instructions", "").split(" "));
    boolean heldBack =
        facts.containsKey("ONEDNN_MAX_CPU_ISA") || facts.containsKey("DNNL_MAX_CPU_ISA");
    return !heldBack && (flags.contains("avx512_bf16") || flags.contains("amx_bf16"));
  }

  static Map<String, String> facts(Settings environment, List<String> processors) {
    Map<String, String> facts = new LinkedHashMap<>();
    String model = OneDnnInstructions.text(processors, "model name");
    facts.put("processor", model.isEmpty() ? System.getProperty("os.arch", "unknown") : model);
    TreeSet<String> known = new TreeSet<>();
    for (String line : List.of("flags", "Features")) { // of x86 and of ARM
      for (String flag : List.of(OneDnnInstructions.text(processors, line).split("\\s+"))) {
        if (INSTRUCTIONS.stream().anyMatch(flag::startsWith)) {
          known.add(flag);
        }
      }
    }
    facts.put("instructions", String.join(" ", known));
    LIMITS.forEach(name -> environment.get(name).ifPresent(value -> facts.put(name, value)));
    // set by Rondo itself: a process that another one of Rondo starts finds it in its environment
    OneDnnInstructions.limit(environment, processors)
        .ifPresent(value -> facts.put(OneDnnInstructions.VARIABLE, value));
    return facts;
  }
}
