package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Processor;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.kernel.KernelArchive;
import dev.rondo.runtime.kernel.LstmOperator;
import dev.rondo.runtime.layer.Network;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is told of a training in its checkpoints: of two trainings with the same facts, those of the
 * machine included, the weights are equal bit by bit.
 */
public final class TrainingFacts {
  /** A line of a signature: a part, its name and what it is. */
  private static final Pattern LINE = Pattern.compile("(\\w+ \"[^\"]*\") ?(.*)");

  private TrainingFacts() {}

  /**
   * Returns the facts of a model.
   *
   * @param signature a part a line
   */
  static Map<String, String> ofModel(String signature) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String line : List.of(signature.split("\n"))) {
      Matcher part = LINE.matcher(line);
      if (part.matches() && !part.group(2).isEmpty()) {
        facts.put(part.group(1), part.group(2));
      } else {
        facts.put("the model", line);
      }
    }
    return facts;
  }

  /** Returns the facts of settings. */
  static Map<String, String> ofSettings(TrainingOptions options, long seed, Network network) {
    Map<String, String> facts = new LinkedHashMap<>();
    // by its components, so that none is forgotten when one is added
    for (RecordComponent component : TrainingOptions.class.getRecordComponents()) {
      try {
        facts.put(component.getName(), String.valueOf(component.getAccessor().invoke(options)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a public record cannot be read", e);
      }
    }
    facts.put("seed", Long.toString(seed));
    network.dropoutRates().forEach((name, rate) -> facts.put(name, rate.toString()));
    return facts;
  }

  /** Returns the name of a metric: a constant has one, another is told by its class. */
  static String of(EvaluationMetric<?> metric) {
    return metric instanceof Enum<?> constant ? constant.name() : metric.getClass().getName();
  }

  /**
   * Returns the facts of data. The sizes of weights, which are those of vocabularies, come before
   * the digests: whoever changed a vocabulary is told that, and not that the data has changed.
   */
  static Map<String, String> ofData(Map<String, Fingerprint> data, Network network) {
    Map<String, String> facts = new LinkedHashMap<>();
    data.forEach(
        (what, fingerprint) -> {
          facts.put("number of " + what, Long.toString(fingerprint.count()));
          facts.put("length of " + what, Long.toString(fingerprint.length()));
        });
    network
        .weightShapes()
        .forEach((name, shape) -> facts.put("shape of " + name, Arrays.toString(shape)));
    data.forEach((what, fingerprint) -> facts.put("SHA-256 of " + what, fingerprint.sha256()));
    return facts;
  }

  /**
   * Returns whether a training has validation data.
   *
   * @param data facts of its data
   */
  public static boolean validates(Map<String, String> data) {
    return data.keySet().stream().anyMatch(fact -> fact.startsWith("number of validation "));
  }

  /** Returns the facts of this machine, on the training's thread. */
  static Map<String, String> ofMachine(Device device) {
    Map<String, String> facts = new LinkedHashMap<>();
    String version = TrainingFacts.class.getPackage().getImplementationVersion();
    facts.put("Rondo", version == null ? "unknown" : version);
    facts.put("PyTorch", Torch.version());
    facts.put("kernels", KernelArchive.sha256());
    facts.put("device", device.toString());
    facts.put("threads", Integer.toString(Torch.threads()));
    facts.putAll(Processor.facts());
    if (!device.isGpu() && !LstmOperator.oneDnnIsRight()) {
      facts.put("LSTM", "by PyTorch's steps");
    }
    return facts;
  }

  /** Returns what a training starts with, complete when it is. */
  static Provenance provenance(
      Map<String, String> settings,
      Map<String, Fingerprint> data,
      Map<String, String> machine,
      Map<String, String> tags) {
    Map<String, String> all = new LinkedHashMap<>(machine);
    // results do not depend on these, so checkpoints do not compare them
    all.put("Java", System.getProperty("java.version", "unknown"));
    all.put(
        "system",
        "%s %s"
            .formatted(
                System.getProperty("os.name", "unknown"),
                System.getProperty("os.arch", "unknown")));
    Instant now = now();
    return new Provenance(
        now, now, 0, Provenance.fitting(settings), data, Provenance.fitting(all), tags);
  }

  /** Returns the time to the second, as exact as a clock is right. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
