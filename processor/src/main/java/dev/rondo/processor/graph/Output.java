package dev.rondo.processor.graph;

import dev.rondo.processor.diag.Origin;

/**
 * One output of a model.
 *
 * @param name {@code expected} for a single output, else the record component's name
 * @param kind what is predicted
 * @param scored whether the user's method returns it as a {@code Prediction}
 * @param origin the method (or record component)
 */
public record Output(String name, Kind kind, boolean scored, Origin origin) {
  /** What an output predicts. */
  public sealed interface Kind {}

  /** One constant of an enum. */
  public record EnumClasses(TypeRef type) implements Kind {}

  /**
   * The token that follows each token of a text.
   *
   * @param vocabulary that of the text
   */
  public record NextToken(String vocabulary) implements Kind {}

  /**
   * Another text, written token by token.
   *
   * @param codec how it becomes tokens
   * @param vocabulary the name of the vocabulary of its tokens: the output's own, or that of the
   *     input with which it shares one
   * @param search how the best text is searched for, unless the caller says otherwise
   */
  public record Translated(Codec.Text codec, String vocabulary, Search search) implements Kind {}

  /**
   * The values of {@code @EncoderDecoder}.
   *
   * @param beam how many texts are followed side by side
   * @param lengthPenalty how much longer texts are favoured
   * @param maxLengthFactor tokens for each token of the text that is read, at most
   * @param maxLengthExtra tokens beyond these, at most
   */
  public record Search(
      int beam, double lengthPenalty, double maxLengthFactor, int maxLengthExtra) {}

  /** True or false. */
  public record Booleans() implements Kind {}
}
