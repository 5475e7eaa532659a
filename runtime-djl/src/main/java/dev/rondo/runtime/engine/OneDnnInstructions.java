package dev.rondo.runtime.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processor's instructions that oneDNN, which computes PyTorch's LSTM layers, may use.
 *
 * <p>With AVX-512 on processors of AMD its LSTM is wrong by about a hundredth; with AVX2 it is
 * right. oneDNN takes the choice from the environment only, and reads it once: so it is put there
 * before PyTorch is loaded, unless somebody has chosen.
 */
final class OneDnnInstructions {
  private static final Logger LOG = LoggerFactory.getLogger(OneDnnInstructions.class);
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

  /** Both names that oneDNN reads. */
  private static final List<String> CHOICES = List.of(VARIABLE, "DNNL_MAX_CPU_ISA");

  private OneDnnInstructions() {}

  /** Keeps oneDNN from instructions that it computes wrongly with; elsewhere does nothing. */
  static void choose(Settings environment) {
    limit(environment, processors()).ifPresent(OneDnnInstructions::set);
  }

  /**
   * Returns what oneDNN has to be held to.
   *
   * @param environment the variables of the process
   * @param processors what Linux tells of the processors; empty on another system
   * @return empty if it may use all there is, or somebody has chosen
   */
  static Optional<String> limit(Settings environment, List<String> processors) {
    if (CHOICES.stream().anyMatch(name -> environment.get(name).isPresent())) {
      return Optional.empty();
    }
    boolean wrong =
        values(processors, "vendor_id").contains("AuthenticAMD")
            && values(processors, "flags").contains("avx512f");
    return wrong ? Optional.of("AVX2") : Optional.empty();
  }

  private static Set<String> values(List<String> processors, String name) {
    return new HashSet<>(List.of(text(processors, name).split("\\s+")));
  }

  /** Returns the first line with this name, empty if there is none: all processors are alike. */
  static String text(List<String> processors, String name) {
    return processors.stream()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("");
  }

  /** Returns what Linux tells of the processors; empty on another system. */
  static List<String> processors() {
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

  private static void set(String value) {
    try {
      // JNA starts a thread that stays
      StandardC library = JavasThread.make(() -> Native.load("c", StandardC.class));
      if (library.setenv(VARIABLE, value, 0) == 0) {
        LOG.debug("oneDNN is held to {}", value);
        return;
      }
      LOG.warn(warning(value));
    } catch (LinkageError | CompletionException e) {
      LOG.warn(warning(value), e);
    }
  }

  private static String warning(String value) {
    return "PyTorch's LSTM layers are wrong by about 0.01 on this processor. Start the process with"
        + " the"
        + " environment variable %s=%s: it could not be set from within."
            .formatted(VARIABLE, value);
  }

  /** The function of C's library that is called. */
  interface StandardC extends Library {
    /** Sets a variable of the environment and returns 0; keeps a value there is if told 0. */
    int setenv(String name, String value, int overwrite);
  }
}
