package dev.rondo.runtime.store;

import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Provenance;
import dev.rondo.runtime.train.TrainingHistory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a model file holds, in words: model, codecs, layers with their weights, and history. */
final class ModelDescription {
  private final StringBuilder text = new StringBuilder();
  private final Manifest manifest;
  private final Map<String, TensorHeader.Stored> weights;

  private ModelDescription(Manifest manifest, Map<String, TensorHeader.Stored> stored) {
    this.manifest = manifest;
    this.weights = new LinkedHashMap<>(stored);
    stored.forEach(
        (name, weight) -> {
          if (weight.numbers() == StoredNumbers.INT8) {
            weights.remove(name + StoredNumbers.SCALE); // part of the weight
          }
        });
  }

  /**
   * Describes a model file.
   *
   * @throws ModelFileException if there is no such file, if it cannot be read, is damaged, of a
   *     newer major format or no model file
   */
  static String of(Path file) {
    try (ModelReader reader = ModelReader.openAny(file)) {
      ModelDescription description =
          new ModelDescription(reader.manifest(), reader.storedWeights());
      description.describe(file, reader.sha256(ModelFormat.WEIGHTS));
      return description.text.toString();
    }
  }

  private void describe(Path file, String sha256) {
    line("%s: model %s", file, Place.clean(manifest.signature().model()));
    long numbers = weights.values().stream().mapToLong(ModelDescription::size).sum();
    line("%,d weights, SHA-256 %s", numbers, sha256);
    if (manifest.precision() != Precision.FLOAT32) {
      line("large weights are stored as %s", name(StoredNumbers.of(manifest.precision())));
    }
    for (Signature.Part part : Signature.Part.values()) {
      text.append('\n');
      manifest
          .signature()
          .lines(part)
          .forEach(
              (name, told) -> {
                line("%s %s", Place.clean(part.line(name)), Place.clean(told));
                codecs(name);
                if (part == Signature.Part.LAYER) {
                  weights(name);
                }
              });
    }
    if (!weights.isEmpty()) { // such as those of bridges
      line("weights of layers that the signature does not tell");
      weights.forEach(this::weight);
    }
    history(manifest.history());
    manifest.history().provenance().ifPresent(this::provenance);
  }

  private void codecs(String name) {
    manifest
        .codecs()
        .forEach(
            (codec, stored) -> {
              if (codec.equals(name) || codec.startsWith(name + ".")) {
                line("  codec %s: %s", Place.clean(codec), Place.clean(stored.kind()));
                new TreeMap<>(stored.settings())
                    .forEach(
                        (setting, value) ->
                            line("    %s = %s", Place.clean(setting), Place.clean(value)));
              }
            });
  }

  private void weights(String layer) {
    new LinkedHashMap<>(weights)
        .forEach(
            (name, weight) -> {
              if (name.startsWith(layer + ".")) {
                weight(name, weight);
                weights.remove(name);
              }
            });
  }

  private void weight(String name, TensorHeader.Stored weight) {
    line(
        "  %s %s, %,d%s",
        Place.clean(name),
        Arrays.toString(weight.shape()),
        size(weight),
        switch (weight.numbers()) {
          case FLOAT32 -> "";
          case BFLOAT16 -> ", " + name(weight.numbers());
          case INT8 ->
              String.format(
                  Locale.ROOT, ", %s with %,d scales", name(weight.numbers()), weight.shape()[0]);
        });
  }

  private static String name(StoredNumbers numbers) {
    return numbers.name().toLowerCase(Locale.ROOT);
  }

  private void history(TrainingHistory history) {
    text.append('\n');
    if (history.epochs().isEmpty()) {
      line("no epoch of training was completed");
      return;
    }
    for (EpochReport epoch : history.epochs()) {
      line(
          "epoch %d%s: loss %.4f%s%s, %,d examples, learning rate %.3g, %.1f s",
          epoch.epoch(),
          epoch.epoch() == history.bestEpoch() ? " (its weights)" : "",
          epoch.trainingLoss(),
          epoch.validationLoss() == null
              ? ""
              : String.format(Locale.ROOT, ", validation loss %.4f", epoch.validationLoss()),
          epoch.validationQuality() == null ? "" : ", " + epoch.validationQuality(),
          epoch.examples(),
          epoch.learningRate(),
          epoch.seconds());
    }
  }

  private void provenance(Provenance provenance) {
    text.append('\n');
    line(
        "trained from %s to %s%s",
        provenance.started(),
        provenance.finished(),
        switch (provenance.resumed()) {
          case 0 -> "";
          case 1 -> ", resumed once";
          default -> ", resumed " + provenance.resumed() + " times";
        });
    provenance
        .data()
        .forEach(
            (what, data) ->
                line(
                    "%s: %,d, length %,d, SHA-256 %s",
                    Place.clean(what), data.count(), data.length(), data.sha256()));
    texts("settings", provenance.settings());
    texts("machine", provenance.machine());
    texts("tags", provenance.tags());
  }

  private void texts(String what, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      line("%s", what);
      texts.forEach((name, value) -> line("  %s = %s", Place.clean(name), Place.clean(value)));
    }
  }

  private static long size(TensorHeader.Stored weight) {
    return Arrays.stream(weight.shape()).reduce(1, (a, b) -> a * b);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
