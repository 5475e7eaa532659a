package dev.rondo.runtime.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the processor can do, on which the last bits of sums and products depend. */
public final class Processor {
  private static final Logger LOG = LoggerFactory.getLogger(Processor.class);
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

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

  /** Limits of oneDNN's that leave it instructions for bfloat16. */
  private static final Pattern WITH_BFLOAT16 =
      Pattern.compile("ALL|DEFAULT|AVX512_CORE_(BF16|FP16|AMX.*)|AVX10_1_512.*");

  private Processor() {}

  /**
   * Returns its facts by name: {@code processor}, {@code instructions}, and limits that are set.
   */
  public static Map<String, String> facts() {
    return facts(Settings.ofEnvironment(), processors());
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
        Stream.of("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA")
            .map(name -> facts.getOrDefault(name, "ALL").toUpperCase(Locale.ROOT))
            .anyMatch(limit -> !WITH_BFLOAT16.matcher(limit).matches());
    return !heldBack && (flags.contains("avx512_bf16") || flags.contains("amx_bf16"));
  }

  static Map<String, String> facts(Settings environment, List<String> processors) {
    Map<String, String> facts = new LinkedHashMap<>();
    String model = text(processors, "model name");
    facts.put("processor", model.isEmpty() ? System.getProperty("os.arch", "unknown") : model);
    TreeSet<String> known = new TreeSet<>();
    for (String line : List.of("flags", "Features")) { // of x86 and of ARM
      for (String flag : List.of(text(processors, line).split("\\s+"))) {
        if (INSTRUCTIONS.stream().anyMatch(flag::startsWith)) {
          known.add(flag);
        }
      }
    }
    facts.put("instructions", String.join(" ", known));
    LIMITS.forEach(name -> environment.get(name).ifPresent(value -> facts.put(name, value)));
    return facts;
  }

  /** Returns the first line with this name, empty if there is none: all processors are alike. */
  private static String text(List<String> processors, String name) {
    return processors.stream()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("");
  }

  /** Returns what Linux tells of the processors; empty on another system. */
  private static List<String> processors() {
    if (!Files.isReadable(PROCESSORS)) {
      return List.of();
    }
    try {
      return Files.readAllLines(PROCESSORS, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      LOG.debug("Nothing is known of the processors", e);
      return List.of();
    }
  }
}
