package dev.rondo.runtime.store;

import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Provenance;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.TrainingHistory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A small model with everything in it that is hard to keep, and what a reader finds of it. */
final class SampleModel {
  static final Signature SIGNATURE =
      Signature.of("SentimentModel")
          .input("review", "text(tokens = WORDS, lowercase = true)")
          .input("price", "number")
          .layer("embedding", "Embedding(size = 3)")
          .layer("lstm", "LSTM(units = 2)")
          .layer("dense", "Dense")
          .output("expected", "enum")
          .build();

  static final StoredCodec TEXT =
      new StoredCodec(
          "text",
          Map.of("tokens", "WORDS", "lowercase", "true", "odd\ud800", "\udc00\"\\\n"),
          List.of(
              "", "\\", "a\nb", "c\r\nd", "\u2028\u0085\ufeff", "\ud83d\ude00", "\ud83d", "\"x\""));

  static final StoredCodec ENUM =
      new StoredCodec("enum", Map.of(), List.of("NEGATIVE", "POSITIVE"));

  static final StoredCodec NUMBER = new StoredCodec("number", Map.of("mean", "0.5"), List.of());

  static final TrainingHistory HISTORY =
      new TrainingHistory(
          List.of(
              new EpochReport(1, 2e-3, 0.7, null, null, 5_000_000_000L, 1.25),
              new EpochReport(
                  2,
                  1e-300,
                  Double.NaN,
                  Double.POSITIVE_INFINITY,
                  Quality.accuracy(0.1 + 0.2),
                  0,
                  0.0),
              new EpochReport(3, 1, 1, 1.5, Quality.bleu(Double.NaN), 1, 1)),
          1,
          Optional.of(
              new Provenance(
                  Instant.parse("2026-01-31T23:59:58Z"),
                  Instant.parse("2026-02-01T00:00:01Z"),
                  2,
                  ordered("seed", "7", "odd\ud800", "\n"),
                  Map.of(
                      "training examples",
                      new Fingerprint(
                          5_000_000_000L, 6_000_000_000L, "0123456789abcdef".repeat(4))),
                  Map.of("PyTorch", "2.5.1"),
                  Map.of("experiment", "\u201csmall\u201d"))));

  private static Map<String, String> ordered(
      String first, String value, String second, String other) {
    Map<String, String> ordered = new LinkedHashMap<>();
    ordered.put(first, value);
    ordered.put(second, other);
    return ordered;
  }

  private static final int[] HARD_BITS = {
    0x80000000, 1, 0x807fffff, 0x00800000, 0x4e6e6b28, 0xce6e6b28, 0x3f800001, 0x33333333
  };

  private SampleModel() {}

  static Map<String, long[]> shapes() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put("lstm.weight_ih_l0", new long[] {8, 3});
    shapes.put("embedding.weight", new long[] {4, 3});
    shapes.put("scale", new long[] {});
    shapes.put("none", new long[] {0, 7});
    shapes.put("dense.bias", new long[] {2});
    return shapes;
  }

  static Weights weights() {
    Random random = new Random(7);
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    shapes()
        .forEach(
            (name, shape) -> {
              int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
              float[] values = new float[size];
              for (int i = 0; i < size; i++) {
                values[i] =
                    i < HARD_BITS.length
                        ? Float.intBitsToFloat(HARD_BITS[i])
                        : (float) random.nextGaussian();
              }
              tensors.put(name, new Weights.Tensor(shape, values));
            });
    return new Weights(tensors);
  }

  static ModelWriter writer() {
    return ModelWriter.of(SIGNATURE)
        .codec("review", TEXT)
        .codec("expected", ENUM)
        .codec("price", NUMBER)
        .history(HISTORY);
  }

  static void write(Path file) {
    writer().write(file, weights());
  }

  static Found read(Path file) {
    try (ModelReader reader = ModelReader.open(file, SIGNATURE)) {
      return Found.in(reader);
    }
  }

  /** All of the sample in a form that equals compares, the weights bit by bit. */
  record Found(List<StoredCodec> codecs, TrainingHistory history, List<String> weights) {
    static final Found ALL =
        new Found(List.of(TEXT, ENUM, NUMBER), HISTORY, bits(SampleModel.weights()));

    static Found in(ModelReader reader) {
      return new Found(
          List.of(reader.codec("review"), reader.codec("expected"), reader.codec("price")),
          reader.history(),
          bits(reader.weights(shapes())));
    }
  }

  static List<String> bits(Weights weights) {
    List<String> bits = new ArrayList<>();
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              StringBuilder line = new StringBuilder(name + Arrays.toString(tensor.shape()));
              for (float value : tensor.values()) {
                line.append(' ').append(Integer.toHexString(Float.floatToRawIntBits(value)));
              }
              bits.add(line.toString());
            });
    return bits;
  }
}
