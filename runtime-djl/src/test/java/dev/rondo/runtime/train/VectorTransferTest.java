package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.WordVectors;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word vectors become rows of the embedding of the right tokens. */
class VectorTransferTest {
  private static final Map<String, StoredCodec> ONE =
      Map.of("words", codec("text", "the", "London", "Paris", "xyz"));
  private static final Map<String, StoredCodec> TWO =
      Map.of(
          "words", codec("text", "the", "London"),
          "tags", codec("tokens", "the", "up"),
          "city", codec("category", "London"));

  @TempDir private Path folder;

  /** An embedding of two features for each codec, called by it, and an output layer. */
  private static final class Tables extends Network {
    Tables(Map<String, StoredCodec> codecs) {
      for (String name : codecs.keySet().stream().sorted().toList()) {
        add(
            EmbeddingLayer.builder(name + "Embedding")
                .setVocabulary(codecs.getOrDefault(name, codec("text")).entries().size() + 2)
                .setSize(2)
                .optTokensOf(name)
                .build());
      }
      add(DenseLayer.builder("dense").setInputs(2).setUnits(6).optUnitsOf("words").build());
    }

    @Override
    protected NDList forward(Pass pass, NDList inputs) {
      throw new UnsupportedOperationException("only weights");
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return new Shape[0];
    }
  }

  private static StoredCodec codec(String kind, String... entries) {
    return new StoredCodec(kind, Map.of(), List.of(entries));
  }

  private WordVectors vectors(String text) throws IOException {
    return WordVectors.of(Files.writeString(folder.resolve("vectors.txt"), text));
  }

  private static VectorTransfer only(WordVectors vectors, List<String> warnings) {
    return VectorTransfer.read(
            Map.of(VectorTransfer.ONLY, vectors), new Tables(ONE), ONE, warnings::add)
        .get(0);
  }

  @Test
  void aRowIsTheVectorOfItsWordOrOfThatInLowerCase() throws IOException {
    WordVectors vectors =
        vectors("london 9 9\nthe 1 2\nparis 5 6\nLondon 3 4\nparis 0 0\nThe 7 7\nthe 8 8\n");
    List<String> warnings = new ArrayList<>();
    VectorTransfer transfer = only(vectors, warnings);
    assertThat(transfer.coverage())
        .isEqualTo(
            new VectorCoverage(
                "wordsEmbedding", vectors.file(), 7, 2, 2, 1, 1, List.of("xyz"), false));
    assertThat(transfer.coverage().share()).isEqualTo(0.75);
    assertThat(transfer.coverage().toString())
        .isEqualTo(
            "vectors of wordsEmbedding: 2 tokens as they are, 1 in lower case, 1 missing (most"
                + " often"
                + " \"xyz\"); 7 in \"%s\"".formatted(vectors.file()));
    assertThat(warnings).isEmpty();
    Tables network = new Tables(ONE);
    try (NetworkHost host = NetworkHost.initialize(network, Device.cpu(), 3)) {
      float[] start = values(host);
      transfer.apply(host);
      // padding and the unknown token before, what is missing behind: as they were
      assertThat(values(host))
          .isEqualTo(
              new float[] {
                start[0], start[1], start[2], start[3], 1, 2, 3, 4, 5, 6, start[10], start[11]
              });
    }
  }

  private static float[] values(NetworkHost host) {
    Weights.Tensor tensor = host.weights().tensors().get("wordsEmbedding.weight");
    return tensor == null ? new float[0] : tensor.values();
  }

  @Test
  void aFileThatIsShorterThanItSaysIsToldAsAWarning() throws IOException {
    List<String> warnings = new ArrayList<>();
    WordVectors vectors = vectors("400 2\nthe 1 2\n");
    only(vectors, warnings);
    assertThat(warnings)
        .containsExactly(
            "\"%s\" says in its first line that it has 400 word vectors, but it has 1: is it complete?"
                .formatted(vectors.file()));
  }

  @Test
  void aFileOfOtherWordsIsRefused() throws IOException {
    WordVectors vectors = vectors("le 1 2\nLONDON 1 2\n");
    assertThat(assertThrows(IllegalArgumentException.class, () -> only(vectors, new ArrayList<>())))
        .hasMessageThat()
        .isEqualTo(
            "\"%s\" has a vector for none of the 4 tokens of \"wordsEmbedding\", such as \"the\", \"London\", \"Paris\", \"xyz\": is it of another language, or are tokens no words?"
                .formatted(vectors.file()));
  }

  @Test
  void oneOfSeveralEmbeddingsIsNamedByWhatItIsOfOrByItsLayer() throws IOException {
    WordVectors vectors = vectors("the 1 2\nLondon 3 4\nup 5 6\n");
    for (String name : List.of("tags", "tagsEmbedding")) {
      assertThat(named(Map.of(name, vectors)).get(0).coverage().layer()).isEqualTo("tagsEmbedding");
    }
    assertThat(named(Map.of("city", vectors)).get(0).coverage().exact()).isEqualTo(1);
    assertThat(refused(Map.of(VectorTransfer.ONLY, vectors)))
        .isEqualTo(
            "the model has several embeddings, so name the one that the word vectors are for:"
                + " wordVectors(\"tagsEmbedding\", ...). There are \"cityEmbedding\" (of \"city\"),"
                + " \"tagsEmbedding\" (of \"tags\"), \"wordsEmbedding\" (of \"words\").");
    assertThat(refused(Map.of("wrds", vectors)))
        .isEqualTo(
            "no embedding is called \"wrds\", which word vectors are for. Did you mean \"words\"?"
                + " There are \"cityEmbedding\" (of \"city\"), \"tagsEmbedding\" (of \"tags\"),"
                + " \"wordsEmbedding\" (of \"words\").");
    assertThat(refused(Map.of("words", vectors, "wordsEmbedding", vectors)))
        .isEqualTo("there are two files of word vectors for \"wordsEmbedding\": keep one of them");
  }

  private static List<VectorTransfer> named(Map<String, WordVectors> asked) {
    return VectorTransfer.read(asked, new Tables(TWO), TWO, warning -> {});
  }

  private static String refused(Map<String, WordVectors> asked) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> named(asked)).getMessage());
  }

  @Test
  void aModelWithoutTokensIsTold() throws IOException {
    WordVectors vectors = vectors("the 1 2\n");
    Map<String, StoredCodec> none = Map.of("city", codec("category", "London"));
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    VectorTransfer.read(
                        Map.of(VectorTransfer.ONLY, vectors),
                        new Tables(none),
                        none,
                        warning -> {})))
        .hasMessageThat()
        .isEqualTo(
            "the model has no embedding of words, which word vectors are for; name another one:"
                + " there are \"cityEmbedding\" (of \"city\")");
  }

  @Test
  void theDescriptionTellsVectorsApartButNotTheirFiles() throws IOException {
    String first = VectorTransfer.description(List.of(only(vectors("the 1 2\n"), List.of())));
    assertThat(first).startsWith("wordsEmbedding: 1 exact, 0 lower-cased, 3 missing, SHA-256 ");
    WordVectors same =
        WordVectors.of(Files.writeString(folder.resolve("same"), "other 5 5\nthe 1.0 2.0\n"));
    assertThat(VectorTransfer.description(List.of(only(same, List.of())))).isEqualTo(first);
    assertThat(VectorTransfer.description(List.of(only(same.frozen(), List.of()))))
        .isEqualTo(first + ", frozen");
    assertThat(VectorTransfer.description(List.of(only(vectors("the 1 2.5\n"), List.of()))))
        .isNotEqualTo(first);
  }
}
