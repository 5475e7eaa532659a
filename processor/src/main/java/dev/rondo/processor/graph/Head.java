package dev.rondo.processor.graph;

import dev.rondo.data.Scaling;
import dev.rondo.processor.type.NumberType;
import dev.rondo.processor.type.TypeRef;
import java.util.List;
import java.util.Optional;

/** What an output predicts. */
public sealed interface Head {
  /** Returns whether it is learned by the probabilities of choices; else by numbers. */
  default boolean hasProbabilities() {
    return true;
  }

  /** One constant of an enum. */
  record EnumClass(TypeRef type) implements Head {}

  /** One of the classes seen in training. */
  record SeenClass(Feature.SymbolType type) implements Head {}

  /**
   * Yes or no.
   *
   * @param boxed whether it is a {@code Boolean}
   */
  record YesNo(boolean boxed) implements Head {}

  /** Several constants of an enum, or none. */
  record Labels(TypeRef type) implements Head {}

  /**
   * A number.
   *
   * @param type {@code float}, {@code double}, or what boxes them
   */
  // nobody imports it: it is written with the name of the type around it
  @SuppressWarnings("JavaLangClash")
  record Number(NumberType type, Scaling scaling) implements Head {
    @Override
    public boolean hasProbabilities() {
      return false;
    }
  }

  /**
   * A vector of numbers.
   *
   * @param doubles whether it is {@code double[]}, else {@code float[]}
   */
  record Numbers(boolean doubles, int size, Scaling scaling) implements Head {
    @Override
    public boolean hasProbabilities() {
      return false;
    }
  }

  /**
   * The next values of a number of a series, or of several.
   *
   * @param record a step of the series
   * @param targets what is forecast; one unless there is an answer with components
   * @param answer the record of what is forecast at a step; absent where that is one number
   * @param window how many steps are read, at most
   * @param horizon how many steps are forecast
   * @param doubles whether it is {@code double[]}, else {@code float[]}
   * @param quantiles their levels; none where an answer is one number for each step
   * @param time the component that is the time of a step; absent where there is not exactly one
   * @param known what is known in advance of the steps that are forecast; absent where nothing is
   */
  record Forecast(
      TypeRef record,
      List<Target> targets,
      Optional<TypeRef> answer,
      int window,
      int horizon,
      boolean doubles,
      List<Double> quantiles,
      Optional<String> time,
      Optional<Known> known)
      implements Head {
    public Forecast {
      targets = List.copyOf(targets);
      quantiles = List.copyOf(quantiles);
    }

    @Override
    public boolean hasProbabilities() {
      return false;
    }
  }

  /**
   * A number of a series that is forecast.
   *
   * @param component of the series' record
   * @param type of the component; absent where there is no such number
   * @param scaling how it is learned
   */
  record Target(String component, Optional<NumberType> type, Scaling scaling) {}

  /**
   * What a step of a stream is like, foretold by those before it.
   *
   * @param record a step of the stream
   * @param components of it that are foretold
   * @param window how many steps are read, at most
   * @param ahead how many steps ahead is also foretold; 1 for the next alone
   * @param time the component that is the time of a step; absent where there is not exactly one
   */
  record Ordinary(
      TypeRef record, List<Foretold> components, int window, int ahead, Optional<String> time)
      implements Head {
    public Ordinary {
      components = List.copyOf(components);
    }

    @Override
    public boolean hasProbabilities() {
      return false;
    }

    /**
     * A component that is foretold.
     *
     * @param number its type, if it is foretold as a number; empty for a symbol
     */
    public record Foretold(String name, Optional<NumberType> number) {}
  }

  /**
   * What is known in advance of a step that is forecast.
   *
   * @param input the parameter
   * @param record of it
   * @param components of the record, which the history's record has, too
   */
  record Known(String input, TypeRef record, List<String> components) {
    public Known {
      components = List.copyOf(components);
    }
  }

  /**
   * The token that follows each token of a text.
   *
   * @param vocabulary that of the text
   */
  record NextToken(String vocabulary) implements Head {}

  /**
   * Another text, written token by token.
   *
   * @param codec how it becomes tokens
   * @param vocabulary the name of the vocabulary of its tokens: the output's own, or that of the
   *     input with which it shares one
   * @param search how the best text is searched for, unless the caller says otherwise
   */
  record Translated(Codec.Text codec, String vocabulary, Search search) implements Head {}

  /**
   * A text that is read off the steps.
   *
   * @param codec how it becomes tokens
   * @param vocabulary the name of the vocabulary of its tokens, which is the output's
   * @param beam how many beginnings are followed; 1 for the likeliest token of each step
   */
  record Transcript(Codec.Text codec, String vocabulary, int beam) implements Head {}

  /**
   * The values of {@code @EncoderDecoder}.
   *
   * @param beam how many texts are followed side by side
   * @param lengthPenalty how much longer texts are favoured
   * @param maxLengthFactor tokens for each token of the text that is read, at most
   * @param maxLengthExtra tokens beyond these, at most
   */
  record Search(int beam, double lengthPenalty, double maxLengthFactor, int maxLengthExtra) {}
}
