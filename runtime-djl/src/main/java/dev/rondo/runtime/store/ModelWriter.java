package dev.rondo.runtime.store;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a model file: a zip with {@code model.json}, {@code weights.safetensors} and the codecs'
 * entries as text. Equal models give equal bytes. An old file is replaced whole or not at all.
 *
 * <pre>{@code
 * ModelWriter.of(signature)
 *     .codec("review", text)
 *     .codec("expected", sentiment)
 *     .history(history)
 *     .write(Path.of("sentiment.rondo"), weights);
 * }</pre>
 */
public final class ModelWriter {
  private final Signature signature;
  private final Map<String, StoredCodec> codecs = new LinkedHashMap<>();
  private TrainingHistory history = TrainingHistory.none();
  private Precision precision = Precision.FLOAT32;

  private ModelWriter(Signature signature) {
    this.signature = signature;
  }

  /** Starts a file for a model with this signature. */
  public static ModelWriter of(Signature signature) {
    return new ModelWriter(signature);
  }

  /**
   * Adds a codec.
   *
   * @param name up to 100 letters, digits, {@code _}, {@code $}, {@code .} and {@code -}, the last
   *     two not in front: it names an entry of the zip
   * @throws IllegalArgumentException if the name has something else in it, was used before, or is
   *     neither an input nor an output of the signature
   */
  public ModelWriter codec(String name, StoredCodec codec) {
    if (!ModelFormat.isCodecName(name)) {
      throw new IllegalArgumentException(
          Place.quote(name) + " cannot name a codec. It names a file: use letters and digits.");
    }
    if (!signature.hasCodec(name)) {
      throw new IllegalArgumentException(
          "codec \"" + name + "\" is neither an input nor an output of the signature");
    }
    if (codecs.putIfAbsent(name, codec) != null) {
      throw new IllegalArgumentException("codec \"" + name + "\" is there twice");
    }
    return this;
  }

  /**
   * Adds the codecs that an input or output is made of, such as those of a record's components:
   * {@code readings}, {@code readings.rpm}.
   *
   * @param stored by name, as for {@link #codec}
   * @throws IllegalArgumentException if a name has something else in it or was used before
   */
  public ModelWriter codecs(Map<String, StoredCodec> stored) {
    stored.forEach(this::codec);
    return this;
  }

  /** Sets how the model was trained; the file keeps the last 20,000 epochs. Default: no epochs. */
  public ModelWriter history(TrainingHistory trained) {
    history = trained;
    return this;
  }

  /**
   * Sets what large weights are kept in: matrices of at least 16,384 numbers. They are float32 once
   * they are read. Default: {@link Precision#FLOAT32}, which keeps them as they are.
   *
   * @throws IllegalArgumentException if it is null
   */
  public ModelWriter precision(@Nullable Precision numbers) {
    precision = Arguments.notNull(numbers, "precision");
    return this;
  }

  /**
   * Writes the file. The weights must not change meanwhile.
   *
   * @throws IllegalArgumentException if the file is null
   * @throws ModelFileException if it cannot be written: no such folder, no permission, a full disk,
   *     a vocabulary beyond what readers accept (4,000,000 entries, 64 MiB), weights that no reader
   *     accepts, because a training diverged. An old file of this name is then as it was.
   */
  public void write(@Nullable Path file, Weights weights) {
    Path checked = Arguments.notNull(file, "file");
    Place place = Place.of(checked);
    WeightCheck.check(weights, place.in(ModelFormat.WEIGHTS));
    AtomicFile.replace(checked, out -> write(out, weights, place), place);
  }

  private void write(OutputStream out, Weights weights, Place place) throws IOException {
    List<ZipPart> parts = new ArrayList<>();
    parts.add(
        ZipPart.of(
            ModelFormat.WEIGHTS,
            weightsOut ->
                Safetensors.write(
                    weights,
                    StoredNumbers.of(precision),
                    weightsOut,
                    place.in(ModelFormat.WEIGHTS)),
            Long.MAX_VALUE,
            place));
    for (Map.Entry<String, StoredCodec> codec : codecs.entrySet()) {
      addLines(ModelFormat.vocabulary(codec.getKey()), codec.getValue().entries(), parts, place);
      addLines(ModelFormat.merges(codec.getKey()), codec.getValue().merges(), parts, place);
    }
    byte[] manifest = ManifestWriter.write(manifest(parts));
    parts.add(
        0,
        ZipPart.of(
            ModelFormat.MANIFEST,
            manifestOut -> manifestOut.write(manifest),
            ModelFormat.MANIFEST_BYTES,
            place));
    ZipOutputStream zip = new ZipOutputStream(out);
    for (ZipPart part : parts) {
      part.writeTo(zip);
    }
    zip.finish(); // not closed: the stream is the caller's
  }

  private static void addLines(String name, List<String> lines, List<ZipPart> parts, Place place)
      throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    int most = ModelFormat.mostLines(parts.get(0).size());
    if (lines.size() > most) {
      throw place
          .in(name)
          .wrong("has %s entries, more than the limit of %s".formatted(lines.size(), most));
    }
    parts.add(
        ZipPart.of(name, out -> TokenLines.write(lines, out), ModelFormat.VOCABULARY_BYTES, place));
  }

  private Manifest manifest(List<ZipPart> parts) {
    Map<String, Manifest.Codec> described = new LinkedHashMap<>();
    codecs.forEach(
        (name, codec) ->
            described.put(
                name,
                new Manifest.Codec(
                    codec.kind(),
                    codec.settings(),
                    codec.entries().isEmpty() ? null : ModelFormat.vocabulary(name),
                    codec.merges().isEmpty() ? null : ModelFormat.merges(name))));
    Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
    for (ZipPart part : parts) {
      entries.put(part.name(), new Manifest.Entry(part.size(), part.sha256()));
    }
    return new Manifest(false, precision, signature, described, entries, history);
  }
}
