package dev.rondo.processor.graph;

import dev.rondo.data.Fill;
import dev.rondo.data.Normalization;
import dev.rondo.data.Scaling;
import dev.rondo.data.Tokens;
import dev.rondo.processor.type.NumberType;
import java.util.List;
import java.util.Optional;

/** How an input becomes numbers. */
public sealed interface Codec {
  /** Returns the symbols of a step, in the order of their columns. */
  default List<Feature.Symbol> symbols() {
    return List.of();
  }

  /** Returns whether a step has numbers that the network reads as they are. */
  default boolean hasFeatures() {
    return true;
  }

  /** Returns whether it is a sequence of steps; else it is one vector. */
  default boolean isSequence() {
    return true;
  }

  /** Returns how the value is read, without what is read of the inside of its steps. */
  default Codec plain() {
    return this;
  }

  /** A codec that gives numbers of tokens, by a vocabulary that it learns. */
  sealed interface OfTokens extends Codec {
    /** The largest number of different tokens that are told apart. */
    int vocabulary();

    /** Tokens seen less often than this in training count as unknown. */
    int minFrequency();

    /** Returns the same with another least frequency. */
    OfTokens known(int times);

    @Override
    default boolean hasFeatures() {
      return false;
    }
  }

  /**
   * A {@code String} that is cut into tokens.
   *
   * @param tokens words, what stands between white space, characters or subwords
   * @param lines whether the end of a line is a token too, where white space separates
   * @param language an IETF tag, or empty
   * @param lowercase whether upper and lower case count as the same
   */
  record Text(
      Tokens tokens,
      boolean lines,
      String language,
      boolean lowercase,
      int vocabulary,
      int minFrequency)
      implements OfTokens {
    @Override
    public Text known(int times) {
      return new Text(tokens, lines, language, lowercase, vocabulary, times);
    }
  }

  /** Tokens that the user has cut already. */
  record TokenList(Container container, int vocabulary, int minFrequency) implements OfTokens {
    @Override
    public TokenList known(int times) {
      return new TokenList(container, vocabulary, times);
    }
  }

  /**
   * Tokens whose characters are read, too: what is in each step is a sequence itself.
   *
   * @param tokens how the tokens themselves are read
   * @param lowercase whether upper and lower case of given tokens count as the same
   */
  record Spelled(OfTokens tokens, boolean lowercase) implements Codec {
    @Override
    public boolean hasFeatures() {
      return false;
    }

    @Override
    public Codec plain() {
      return tokens;
    }
  }

  /** What the tokens of a {@link TokenList} come in. */
  enum Container {
    /** {@code List<String>}. */
    LIST,
    /** {@code String[]}. */
    ARRAY
  }

  /**
   * A list or an array of values, each a step: records, constants, times, symbols.
   *
   * <p>An empty one is one step that a last feature tells apart; a sequence of nothing but one
   * symbol needs none, since that symbol is unknown then.
   */
  record Sequence(Container container, Feature step) implements Codec {
    @Override
    public List<Feature.Symbol> symbols() {
      return step.symbols();
    }

    @Override
    public boolean hasFeatures() {
      return step.hasFeatures() || step.symbols().size() != 1;
    }
  }

  /**
   * Numbers, one a step.
   *
   * @param container an array, or a list
   * @param element what its numbers are
   */
  record Series(Container container, NumberType element, Scaling scaling, Optional<Fill> missing)
      implements Codec {}

  /**
   * An array of arrays of numbers: steps of features.
   *
   * @param doubles whether it is {@code double[][]}, else {@code float[][]}
   * @param width of a step; absent where it is learned
   */
  record Matrix(boolean doubles, Optional<Integer> width, Scaling scaling, Optional<Fill> missing)
      implements Codec {}

  /**
   * A sound: a step for each of its windows.
   *
   * @param highest 0 for half the rate
   * @param coefficients 0 for the bands themselves
   */
  record Sound(
      int rate,
      int bands,
      double window,
      double hop,
      double lowest,
      double highest,
      double preEmphasis,
      Normalization normalization,
      int coefficients)
      implements Codec {
    /** Returns how long a step is: a whole number of samples. */
    public double hopSeconds() {
      return Math.max(1, Math.round(hop * rate)) / (double) rate;
    }
  }

  /**
   * Pictures of one size, each a step.
   *
   * @param files whether the user gives the paths of their files
   * @param channels 1 for grey, 3 for colour
   */
  record Pictures(boolean files, int width, int height, int channels, Normalization normalization)
      implements Codec {}

  /** One value: a single vector, or a symbol. */
  record Single(Feature value) implements Codec {
    @Override
    public List<Feature.Symbol> symbols() {
      return value.symbols();
    }

    @Override
    public boolean hasFeatures() {
      return value.hasFeatures();
    }

    @Override
    public boolean isSequence() {
      return false;
    }
  }
}
