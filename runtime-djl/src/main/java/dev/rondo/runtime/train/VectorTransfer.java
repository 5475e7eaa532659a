package dev.rondo.runtime.train;

import ai.djl.nn.Parameter;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.WordVectors;
import dev.rondo.runtime.data.Wording;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Word vectors that an embedding starts with, in place of random ones: a row for each token. */
final class VectorTransfer implements WordVectors.Reader {
  /** What asks for the only embedding of tokens. */
  static final String ONLY = "";

  private static final Set<String> OF_TOKENS = Set.of("text", "tokens");
  private static final int MOST_TOLD = 10;

  private final WordVectors vectors;
  private final String weight;
  private final List<String> tokens;
  private final int reserved;
  private final int size;
  private final float[] values;

  /** Rows by the words that they are looked for by. */
  private final Map<String, Integer> exact = new HashMap<>();

  private final Map<String, List<Integer>> lowerCased = new HashMap<>();
  private final Found[] found;
  private WordVectors.Read read = new WordVectors.Read(0, -1);

  private enum Found {
    NOT,
    LOWER_CASED,
    EXACT
  }

  private VectorTransfer(WordVectors vectors, String weight, long[] shape, StoredCodec codec) {
    this.vectors = vectors;
    this.weight = weight;
    this.tokens = codec.entries();
    this.size = (int) shape[1];
    this.reserved = (int) shape[0] - tokens.size();
    this.values = new float[Math.multiplyExact((int) shape[0], size)];
    this.found = new Found[tokens.size()];
    Arrays.fill(found, Found.NOT);
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      exact.put(token, i);
      String lower = token.toLowerCase(Locale.ROOT);
      if (!lower.equals(token)) {
        lowerCased.computeIfAbsent(lower, none -> new ArrayList<>()).add(i);
      }
    }
  }

  /**
   * Reads what was asked for.
   *
   * @param asked by the name of an input, an output or a layer, or {@link #ONLY}
   * @param codecs of the network, by name
   * @param warnings is told what is likely to be a mistake
   * @throws IllegalArgumentException if a name does not tell an embedding of tokens, or a file has
   *     none of its tokens
   */
  static List<VectorTransfer> read(
      Map<String, WordVectors> asked,
      Network network,
      Map<String, StoredCodec> codecs,
      Consumer<String> warnings) {
    Map<String, VectorTransfer> all = new LinkedHashMap<>();
    asked.forEach(
        (name, vectors) -> {
          String weight = weight(name, network.embeddings(), codecs);
          StoredCodec codec = codecs.get(network.embeddings().getOrDefault(weight, ""));
          long[] shape = network.weightShapes().get(weight);
          if (codec == null || shape == null) {
            throw new IllegalStateException(weight + " has no tokens");
          }
          VectorTransfer transfer = new VectorTransfer(vectors, weight, shape, codec);
          if (all.putIfAbsent(weight, transfer) != null) {
            throw new IllegalArgumentException(
                "there are two files of word vectors for \"%s\": keep one of them"
                    .formatted(transfer.layer()));
          }
          transfer.read(warnings);
        });
    return List.copyOf(all.values());
  }

  private static String weight(
      String name, Map<String, String> embeddings, Map<String, StoredCodec> codecs) {
    List<String> fitting =
        embeddings.entrySet().stream()
            .filter(
                table ->
                    name.equals(ONLY)
                        ? isOfTokens(Optional.ofNullable(codecs.get(table.getValue())))
                        : name.equals(table.getValue()) || name.equals(layer(table.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    List<String> names =
        embeddings.entrySet().stream()
            .map(table -> "\"%s\" (of \"%s\")".formatted(layer(table.getKey()), table.getValue()))
            .toList();
    if (fitting.size() > 1) {
      throw new IllegalArgumentException(
          "the model has several embeddings, so name the one that the word vectors are for:"
              + " wordVectors(\"%s\", ...). There are %s."
                  .formatted(layer(fitting.get(0)), Wording.list(names)));
    }
    if (names.isEmpty() || name.equals(ONLY)) {
      throw new IllegalArgumentException(
          "the model has no embedding of words, which word vectors are for"
              + (names.isEmpty() ? "" : "; name another one: there are " + Wording.list(names)));
    }
    List<String> candidates =
        embeddings.entrySet().stream()
            .flatMap(table -> List.of(layer(table.getKey()), table.getValue()).stream())
            .toList();
    throw new IllegalArgumentException(
        "no embedding is called %s, which word vectors are for.%s There are %s."
            .formatted(
                Wording.quote(name), Wording.didYouMean(name, candidates), Wording.list(names)));
  }

  private static boolean isOfTokens(Optional<StoredCodec> codec) {
    return codec.filter(stored -> OF_TOKENS.contains(stored.kind())).isPresent();
  }

  private static String layer(String weight) {
    return weight.substring(0, weight.lastIndexOf('.'));
  }

  private void read(Consumer<String> warnings) {
    read = vectors.read(size, this);
    if (read.promised() >= 0 && read.promised() != read.vectors()) {
      warnings.accept(
          "%s says in its first line that it has %s word vectors, but it has %s: is it complete?"
              .formatted(Wording.file(vectors.file()), read.promised(), read.vectors()));
    }
    if (count(Found.NOT) == tokens.size()) {
      throw new IllegalArgumentException(
          "%s has a vector for none of the %s tokens of \"%s\", such as %s: is it of another language, or are tokens no words?"
              .formatted(
                  Wording.file(vectors.file()),
                  tokens.size(),
                  layer(),
                  Wording.list(missing().stream().map(Wording::quote).toList())));
    }
  }

  @Override
  public boolean wants(String word) {
    Integer row = exact.get(word);
    return (row != null && found[row] != Found.EXACT)
        || lowerCased.getOrDefault(word, List.of()).stream().anyMatch(i -> found[i] == Found.NOT);
  }

  @Override
  public void take(String word, float[] vector) {
    Integer row = exact.get(word);
    if (row != null && found[row] != Found.EXACT) {
      put(row, vector, Found.EXACT);
    }
    for (int i : lowerCased.getOrDefault(word, List.of())) {
      if (found[i] == Found.NOT) {
        put(i, vector, Found.LOWER_CASED);
      }
    }
  }

  private void put(int token, float[] vector, Found how) {
    System.arraycopy(vector, 0, values, (reserved + token) * size, size);
    found[token] = how;
  }

  private int count(Found how) {
    return (int) Arrays.stream(found).filter(each -> each == how).count();
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < found.length && missing.size() < MOST_TOLD; i++) {
      if (found[i] == Found.NOT) {
        missing.add(tokens.get(i));
      }
    }
    return missing;
  }

  /** Returns the name of the embedding. */
  String layer() {
    return layer(weight);
  }

  /** Returns whether the training leaves the embedding as it is. */
  boolean isFrozen() {
    return vectors.isFrozen();
  }

  /** Returns what was found. */
  VectorCoverage coverage() {
    return new VectorCoverage(
        layer(),
        vectors.file(),
        read.vectors(),
        size,
        count(Found.EXACT),
        count(Found.LOWER_CASED),
        count(Found.NOT),
        missing(),
        vectors.isFrozen());
  }

  /** Returns what tells these vectors from others, wherever the file is. */
  static String description(List<VectorTransfer> all) {
    return all.stream()
        .map(
            each ->
                "%s: %s exact, %s lower-cased, %s missing, SHA-256 %s%s"
                    .formatted(
                        each.layer(),
                        each.count(Found.EXACT),
                        each.count(Found.LOWER_CASED),
                        each.count(Found.NOT),
                        each.sha256(),
                        each.isFrozen() ? ", frozen" : ""))
        .collect(Collectors.joining("; "));
  }

  private String sha256() {
    long[] shape = {values.length / size, size};
    return new Weights(Map.of(weight, new Weights.Tensor(shape, values))).sha256();
  }

  /** Changes the first values of the embedding. */
  void apply(NetworkHost host) {
    for (Parameter parameter : host.network().getDirectParameters().values()) {
      if (parameter.getName().equals(weight)) {
        WeightRows.change(host, parameter.getArray(), this::fill);
      }
    }
  }

  private void fill(float[] all) {
    for (int i = 0; i < found.length; i++) {
      if (found[i] != Found.NOT) {
        int at = (reserved + i) * size;
        System.arraycopy(values, at, all, at, size);
      }
    }
  }
}
