package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.util.Map;
import java.util.Optional;

/**
 * Looks up a learned vector for each token: (batch, time) to (batch, time, size).
 *
 * <p>Weight: {@code weight} (vocabulary, size), as PyTorch's {@code Embedding}. Row 0 stands for
 * padding: it starts at zero, and as nothing behind it looks at padding its gradient is zero too.
 */
public final class EmbeddingLayer extends Layer {
  private final int vocabulary;
  private final Parameter weight;
  private RareTokens rare;

  private static final RareTokens NO_RARE = new RareTokens(Integer.MAX_VALUE, 0);

  /** Starts a layer of a name, which its weights have, too. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The options of the layer. */
  public static final class Builder {
    private final String name;
    private int vocabulary;
    private int size;
    private double deviation = 0.1;
    private RareTokens rare = NO_RARE;
    private Optional<String> tokensOf = Optional.empty();

    private Builder(String name) {
      this.name = name;
    }

    /** Sets the number of different tokens, padding and the unknown token included. Required. */
    public Builder setVocabulary(int tokens) {
      vocabulary = tokens;
      return this;
    }

    /** Sets the features of a token's vector. Required. */
    public Builder setSize(int features) {
      size = features;
      return this;
    }

    /** Sets the standard deviation of the values that the weight starts with; 0.1 by default. */
    public Builder optDeviation(double standard) {
      deviation = standard;
      return this;
    }

    /** Sets whose tokens they are, by the codec's name in a model file; none by default. */
    public Builder optTokensOf(String codec) {
      tokensOf = Optional.of(codec);
      return this;
    }

    /**
     * Takes tokens for unknown ones in a share of their uses in training, as {@link
     * EmbeddingLayer#rareDropout} does; none by default.
     *
     * @param rate the share, in [0, 1)
     * @param firstRare the first number of such a token; all behind it are such tokens, too
     */
    public Builder optRareDropout(double rate, int firstRare) {
      rare = new RareTokens(atLeastOne(firstRare, "firstRare"), rate(rate, "rareDropout"));
      return this;
    }

    /**
     * Creates the layer.
     *
     * @throws IllegalArgumentException if a size is below 1 or was not set
     */
    public EmbeddingLayer build() {
      EmbeddingLayer layer = new EmbeddingLayer(name, vocabulary, size, deviation);
      layer.rare = rare;
      layer.rowsOf(tokensOf);
      return layer;
    }
  }

  /**
   * Creates the layer.
   *
   * @param vocabulary the number of different tokens, padding and the unknown token included
   * @param size features of a token's vector
   * @throws IllegalArgumentException if a size is below 1
   */
  public EmbeddingLayer(String name, int vocabulary, int size) {
    this(name, vocabulary, size, 0.1);
  }

  /**
   * Creates the layer.
   *
   * @param vocabulary the number of different tokens, padding and the unknown token included
   * @param size features of a token's vector
   * @param deviation standard deviation of the values that the weight starts with
   * @throws IllegalArgumentException if a size is below 1
   */
  public EmbeddingLayer(String name, int vocabulary, int size, double deviation) {
    super(name);
    this.vocabulary = vocabulary;
    this.rare = NO_RARE;
    weight =
        addWeight(
            "weight",
            Initializer.embedding(deviation),
            atLeastOne(vocabulary, "vocabulary"),
            atLeastOne(size, "embedding size"));
  }

  /**
   * Changes in which share of their uses tokens that training shows once count as unknown in
   * training (Lample et al. 2016, <a href="https://arxiv.org/abs/1603.01360">arXiv:1603.01360</a>);
   * before training starts. Only of a layer that was {@linkplain Builder#optRareDropout told} which
   * tokens these are.
   *
   * @throws IllegalArgumentException if the share is outside [0, 1)
   */
  public void rareDropout(double rate) {
    rare = new RareTokens(rare.first(), rate(rate, "rareDropout"));
  }

  @Override
  Map<String, Double> dropoutRates() {
    return rare.first() == NO_RARE.first() ? Map.of() : Map.of("rareDropout", rare.rate());
  }

  @Override
  long products() {
    return 0; // rows are copied
  }

  /** Returns how many symbols have a vector, padding and unknown included. */
  public int vocabulary() {
    return vocabulary;
  }

  /** Returns the vectors (vocabulary, size), the layer's own parameter. */
  public Parameter weight() {
    return weight;
  }

  /** Looks single symbols up: int64 (batch) to (batch, size). */
  public NDArray forward(Pass pass, NDArray symbols) {
    return pass.rows(weight, symbols);
  }

  /** Looks the tokens up. */
  public Sequences forward(Pass pass, TokenBatch batch) {
    NDArray tokens = rare.drop(pass, name(), batch.tokens());
    return new Sequences(pass.rows(weight, tokens), batch.lengths());
  }
}
