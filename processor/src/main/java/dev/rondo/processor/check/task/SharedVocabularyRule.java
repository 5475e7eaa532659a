package dev.rondo.processor.check.task;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import java.util.List;
import java.util.Locale;

/** Two texts with one vocabulary are cut into tokens in one way. */
public final class SharedVocabularyRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    ModelSignature signature = subject.shaping().graph().signature();
    checkInputs(signature.inputs(), diagnostics);
    for (Output output : signature.outputs()) {
      for (Input input : signature.inputs()) {
        if (output.head() instanceof Head.Translated written
            && input.codec() instanceof Codec.Text read
            && written.vocabulary().equals(input.vocabulary())
            && !written.codec().equals(read)) {
          diagnostics.error(
              Code.TEXTS_DIFFER,
              subject.methodOrigin(),
              "\"%s\" and \"%s\" share a vocabulary, but their texts become tokens in different ways: %s"
                      .formatted(
                          input.name(), subject.methodName(), difference(read, written.codec()))
                  + ". Write @Text in the @Shared annotation instead.");
        }
      }
    }
  }

  /** The first of the inputs that share a vocabulary gives it its name. */
  private static void checkInputs(List<Input> inputs, Diagnostics diagnostics) {
    for (Input input : inputs) {
      for (Input first : inputs) {
        if (!first.equals(input)
            && first.name().equals(input.vocabulary())
            && !isCutAlike(first.codec(), input.codec())) {
          diagnostics.error(
              Code.TEXTS_DIFFER,
              input.origin(),
              "\"%s\" and \"%s\" share a vocabulary, but become tokens in different ways%s. Make both"
                      .formatted(first.name(), input.name(), difference(first, input))
                  + " alike, or remove @Shared.");
        }
      }
    }
  }

  /** What is in a vocabulary does not depend on whether it comes in a list or in an array. */
  private static boolean isCutAlike(Codec first, Codec other) {
    return (first instanceof Codec.TokenList && other instanceof Codec.TokenList)
        || first.equals(other)
        || !(first instanceof Codec.OfTokens || other instanceof Codec.OfTokens);
  }

  private static String difference(Input first, Input input) {
    return first.codec() instanceof Codec.Text one && input.codec() instanceof Codec.Text other
        ? ": " + difference(one, other)
        : ": one is cut, the other one is given in tokens";
  }

  private static String difference(Codec.Text read, Codec.Text written) {
    if (read.tokens() != written.tokens()) {
      return "tokens = %s and %s".formatted(read.tokens(), written.tokens());
    }
    if (!read.language().equals(written.language())) {
      return "language = \"%s\" and \"%s\"".formatted(read.language(), written.language());
    }
    if (read.lowercase() != written.lowercase()) {
      return "lowercase = %s and %s".formatted(read.lowercase(), written.lowercase());
    }
    return read.vocabulary() != written.vocabulary()
        ? String.format(
            Locale.ROOT, "vocabulary = %,d and %,d", read.vocabulary(), written.vocabulary())
        : "minFrequency = %s and %s".formatted(read.minFrequency(), written.minFrequency());
  }
}
